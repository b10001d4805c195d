import { useLocale, useTranslations } from "next-intl";
import { amendedTerms } from "@/lib/deal/event/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { stateOf } from "@/lib/payment/term/rules";
import { Section } from "../layout/section";
import { hasFigure, useMoney } from "../payment/use-money";
import { useTermName } from "../payment/use-term-name";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import type { DealView, Term } from "./deal-view";

/** What amendments, lapses and ends made of the payments: each as it was signed, and as it stands now. */
export function DealAmendments({ view: { doc } }: { view: DealView }) {
  const t = useTranslations("amendment");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const nameOf = useTermName();
  const rows = amendedTerms(doc);
  if (rows.length === 0) return null;
  return (
    <Section id="amendments" title={t("title")} note={t("note")}>
      <TableWrap label={t("title")}>
        <table className="stacks">
          <thead>
            <tr>
              <Th>{t("payment")}</Th>
              <Th numeric>{t("signed")}</Th>
              <Th numeric>{t("now")}</Th>
              <Th>{t("by")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ signed, now, last }) => {
              const term = signed ?? now;
              return (
                <tr key={`${term?.id ?? last.id}`}>
                  <th scope="row">{term && nameOf(term)}</th>
                  <Td numeric>{signed ? <Amount term={signed} /> : <None>{t("none")}</None>}</Td>
                  <Td numeric>{now ? <Amount term={now} /> : <Over term={signed} />}</Td>
                  <Td>
                    {enums(`dealEventKind.${last.kind}`)}
                    <span className="sub nowrap">
                      {last.on ? formatPartialDate(last.on, locale) : t("dayUnknown")}
                    </span>
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableWrap>
    </Section>
  );
}

function Amount({ term }: { term: Term }) {
  const money = useMoney();
  return (
    <>
      <span className={hasFigure(term) ? undefined : "muted"}>{money.exact(term)}</span>
      {term.currency && hasFigure(term) && <span className="sub">{term.currency}</span>}
    </>
  );
}

function Over({ term }: { term: Term | null }) {
  const t = useTranslations("amendment");
  const enums = useTranslations("enums");
  return <None>{term ? enums(`paymentState.${stateOf(term)}`) : t("none")}</None>;
}

function None({ children }: { children: string }) {
  return <span className="muted">{children}</span>;
}
