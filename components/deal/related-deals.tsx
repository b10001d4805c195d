import { useLocale, useTranslations } from "next-intl";
import type { DealDoc } from "@/lib/deal/schema";
import { formatPartialDate, fromDay, type Precision } from "@/lib/partial-date";
import { Section } from "../layout/section";
import { TextLink } from "../ui/text-link";

type Related = Pick<DealDoc, "slug" | "title" | "type"> & {
  announcedOn: Date;
  announcedPrecision: Precision;
  withdrawnAt: Date | null;
};
type Link = Pick<DealDoc["links"][number], "id" | "kind" | "note">;

/** Deals that this one names, and those that name it. */
export function RelatedDeals({
  linksTo,
  linksFrom,
}: {
  linksTo: (Link & { to: Related })[];
  linksFrom: (Link & { from: Related })[];
}) {
  const t = useTranslations("deal.related");
  const links = [
    ...linksTo.map(({ to, ...link }) => ({ ...link, deal: to, way: "to" })),
    ...linksFrom.map(({ from, ...link }) => ({ ...link, deal: from, way: "from" })),
  ];
  if (links.length === 0) return null;
  return (
    <Section id="related" title={t("title")} landmark>
      <ul className="text-sm">
        {links.map(({ id, way, kind, note, deal }) => (
          <li key={id} className="border-t border-line py-2">
            <span className="block text-xs text-ink-3">{t(`${way}.${kind}`)}</span>
            <RelatedDeal deal={deal} />
            {note && <span className="block text-xs text-ink-2">{note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RelatedDeal({ deal }: { deal: Related }) {
  const t = useTranslations("deal.related");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const day = fromDay(deal.announcedOn, deal.announcedPrecision);
  return (
    <>
      <TextLink href={`/deals/${deal.slug}`} kind="name">
        {deal.title}
      </TextLink>
      <span className="block text-xs text-ink-3">
        {enums(`dealType.${deal.type}`)} · {formatPartialDate(day, locale)}
        {deal.withdrawnAt && ` · ${t("withdrawn")}`}
      </span>
    </>
  );
}
