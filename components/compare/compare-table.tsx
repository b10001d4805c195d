import { useTranslations } from "next-intl";
import type { ComparedDeal } from "@/lib/insight/compare/dto";
import { TableWrap } from "../ui/table-wrap";
import { TextLink } from "../ui/text-link";
import { type Aspect, useAspects } from "./use-aspects";

/** Deals side by side; what they do not share is marked, in words too. */
export function CompareTable({
  deals,
  without,
}: {
  deals: readonly ComparedDeal[];
  /** The address of the comparison without one deal. */
  without: (slug: string) => string;
}) {
  const t = useTranslations("compare");
  const aspects = useAspects();
  return (
    <TableWrap label={t("title")} pinned>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("aspect")}</th>
            {deals.map(({ slug, title }) => (
              <th key={slug} scope="col" className="min-w-48 whitespace-normal! align-top">
                <TextLink href={`/deals/${slug}`} kind="name">
                  {title}
                </TextLink>
                <span className="sub" data-print="no">
                  <TextLink href={without(slug)}>{t("remove")}</TextLink>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {aspects.map((aspect) => (
            <Line key={aspect.key} aspect={aspect} deals={deals} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Line({ aspect, deals }: { aspect: Aspect; deals: readonly ComparedDeal[] }) {
  const t = useTranslations("compare");
  const texts = deals.map(aspect.text);
  const differs = new Set(texts).size > 1;
  return (
    <tr className={differs ? "bg-indigo-soft" : undefined}>
      <th scope="row">
        {aspect.label}
        {differs && <span className="sub">{t("differs")}</span>}
      </th>
      {deals.map((deal, at) => (
        <td key={deal.slug} className="align-top">
          {texts[at] === "" ? (
            <span className="muted">{t("unknown")}</span>
          ) : (
            (aspect.show?.(deal) ?? texts[at])
          )}
        </td>
      ))}
    </tr>
  );
}
