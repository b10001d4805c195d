import { useTranslations } from "next-intl";
import type { ListedDeal } from "@/lib/insight/deal/dto";
import { TextLink } from "../ui/text-link";

const assetsShown = 3;

/** A deal's name in a table: below it what it is, over what, and what is in doubt. */
export function DealTitle({ deal, about = [] }: { deal: ListedDeal; about?: string[] }) {
  const enums = useTranslations("enums");
  const t = useTranslations("overview.deals");
  const more = about.length - assetsShown;
  return (
    <th scope="row">
      <TextLink href={`/deals/${deal.slug}`} kind="name">
        {deal.title}
      </TextLink>
      <span className="sub">
        {[enums(`dealType.${deal.type}`), ...about.slice(0, assetsShown)].join(" · ")}
        {more > 0 && ` ${t("more", { count: more })}`}
        {deal.hasConflict && <span className="text-triggered"> · {t("conflict")}</span>}
        {deal.unverified && <span className="text-triggered"> · {t("unverified")}</span>}
      </span>
    </th>
  );
}
