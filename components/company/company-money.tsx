import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Total } from "@/lib/money/rules";
import type { Part } from "@/lib/money/total/dto";
import { Section } from "../layout/section";
import { Counted } from "../money/counted";
import { TotalText } from "../money/total-text";
import { Disclosure } from "../ui/disclosure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { CompanyTerms } from "./company-terms";
import type { CompanyView } from "./company-view";

const measures = ["promised", "headline", "triggered", "paid"] as const;

/** What was promised to the company and by it, and what came of it: bounds, one line a currency. `fx` says in which money. */
export function CompanyMoney({ doc, money, terms, fx }: CompanyView & { fx: ReactNode }) {
  const t = useTranslations("company.money");
  if (money.length === 0) return null;
  return (
    <Section id="money" title={t("title")} note={t("note")}>
      {fx}
      <TableWrap label={t("title")} pinned>
        <table>
          <thead>
            <tr>
              <Th>{t("direction")}</Th>
              {measures.map((measure) => (
                <Th key={measure} numeric>
                  {t(measure)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {money.map(({ way, currency, totals, parts }) => (
              <tr key={`${way} ${currency}`} data-way={way} data-currency={currency}>
                <th scope="row">
                  {t(way, { name: doc.name })}
                  <span className="sub">{currency ?? t("noCurrency")}</span>
                </th>
                {measures.map((measure) => (
                  <Cell
                    key={measure}
                    measure={measure}
                    total={totals[measure]}
                    parts={parts[measure]}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
      <div className="mt-2">
        <Disclosure summary={t("terms", { count: terms.length })}>
          <CompanyTerms doc={doc} terms={terms} />
        </Disclosure>
      </div>
    </Section>
  );
}

const inks: Record<string, string> = { paid: "text-paid", triggered: "text-triggered" };

function Cell({
  measure,
  total,
  parts,
}: {
  measure: string;
  total: Total | undefined;
  parts: Part[] | undefined;
}) {
  const t = useTranslations("company.money");
  if (!total) {
    return (
      <Td numeric muted>
        {t("nothing")}
      </Td>
    );
  }
  return (
    <td className="num" data-measure={measure}>
      <span className={inks[measure]}>
        <TotalText total={total} />
      </span>
      <Counted total={total} parts={parts} />
    </td>
  );
}
