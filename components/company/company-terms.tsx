import { useTranslations } from "next-intl";
import { FxFigure } from "../fx/fx-figure";
import { Figure } from "../money/figure";
import { useFigures } from "../money/use-figures";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import type { CompanyView } from "./company-view";

/** The payments behind the company's figures, and which figures count each. */
export function CompanyTerms({ doc, terms }: Pick<CompanyView, "doc" | "terms">) {
  const t = useTranslations("company.money");
  const enums = useTranslations("enums");
  const { short } = useFigures();
  return (
    <>
      <TableWrap label={t("termsLabel")} capped>
        <table>
          <thead>
            <tr>
              <Th>{t("payment")}</Th>
              <Th>{t("direction")}</Th>
              <Th>{t("state")}</Th>
              <Th numeric>{t("amount")}</Th>
              <Th>{t("countedIn")}</Th>
            </tr>
          </thead>
          <tbody>
            {terms.map(({ id, way, deal, kind, trigger, state, amount, fx, measures }) => (
              <tr key={`${id} ${way}`}>
                <th scope="row">
                  {trigger ?? enums(`termKind.${kind}`)}
                  <span className="sub">
                    <TextLink href={`/deals/${deal.slug}`} kind="name">
                      {deal.title}
                    </TextLink>
                  </span>
                </th>
                <Td nowrap>{t(`${way}Short`)}</Td>
                <Td nowrap>{enums(`paymentState.${state}`)}</Td>
                <Td numeric>
                  {fx ? <FxFigure note={fx}>{short(amount)}</FxFigure> : <Figure amount={amount} />}
                </Td>
                <Td muted>{measures.map((measure) => t(measure)).join(", ")}</Td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
      <p className="mt-2 text-sm">
        <TextLink href={`/milestones?company=${doc.slug}`}>{t("allTerms")}</TextLink>
      </p>
    </>
  );
}
