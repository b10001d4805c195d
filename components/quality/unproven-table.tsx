import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/rules";
import type { UnprovenFigure } from "@/lib/quality/evidence/dto";
import { AmountText } from "../payment/amount-text";
import { useTermName } from "../payment/use-term-name";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";

/** Figures that need evidence; each leads to where it stands on its deal's page. */
export function UnprovenTable({ figures }: { figures: UnprovenFigure[] }) {
  const t = useTranslations("quality.evidence");
  const termName = useTermName();
  const locale = useLocale();
  return (
    <TableWrap label={t("title")}>
      <table>
        <thead>
          <tr>
            <Th>{t("figure")}</Th>
            <Th numeric>{t("amount")}</Th>
            <Th numeric>{t("usd")}</Th>
            <Th>{t("lack")}</Th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                <TextLink href={placeOf(figure)} kind="name">
                  {termName(figure)}
                </TextLink>
                <span className="sub">{figure.deal.title}</span>
              </th>
              <Td numeric>
                <AmountText amount={figure.amount} />
              </Td>
              <Td numeric muted={figure.usd === null}>
                {figure.usd === null ? t("noRate") : formatMoney(figure.usd, "USD", locale)}
              </Td>
              <Td>{t(`lacks.${figure.lack}`)}</Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

/** A headline is no payment: its claims are what there is to see. */
function placeOf({ deal, id, kind }: UnprovenFigure): string {
  return `/deals/${deal.slug}#${kind === "HEADLINE" ? "claims" : `payment-${id}`}`;
}
