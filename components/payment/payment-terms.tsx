import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { standingOf } from "@/lib/deal/money/rules";
import type { FxNote } from "@/lib/fx/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { recordable } from "@/lib/payment/rules";
import { stateOf } from "@/lib/payment/term/rules";
import { Cite } from "../deal/cite";
import type { DealView, Term } from "../deal/deal-view";
import { Unverified } from "../deal/unverified";
import { FxFigure } from "../fx/fx-figure";
import { Section } from "../layout/section";
import { Folded } from "../ui/folded";
import { StatusDot } from "../ui/status-dot";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { VisuallyHidden } from "../ui/visually-hidden";
import { ExpandingRow } from "./expanding-row";
import { standingTone } from "./money-bar";
import { PaymentDetails } from "./payment-details";
import { hasFigure, useMoney } from "./use-money";
import { useTermName } from "./use-term-name";

/** How many payments of a long ledger are drawn. */
const most = 30;

/** The payments the deal promises. `move` draws the button that moves one, for those who may; `whole` draws all. */
export function PaymentTerms({
  view,
  move,
  whole,
}: {
  view: DealView;
  move?: (term: Term) => ReactNode;
  whole: boolean;
}) {
  const t = useTranslations("payment");
  const terms = view.doc.terms.filter(({ kind }) => kind !== "HEADLINE");
  const shown = whole ? terms : terms.slice(0, most);
  const ways = new Set(terms.map(({ payerId, payeeId }) => `${payerId} ${payeeId}`));
  const parties = ways.size > 1;
  const oneWay = useOneWay(terms, view);
  const movable = move && terms.some((term) => recordable(stateOf(term)).length > 0);
  return (
    <Section id="payments" title={t("termsTitle")} note={parties ? null : oneWay} landmark>
      {terms.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <TableWrap label={t("termsTable")}>
          <table className="stacks">
            <thead>
              <tr>
                <Th>{t("term")}</Th>
                <Th>{t("kind")}</Th>
                <Th>{t("state")}</Th>
                <Th numeric>{t("amount")}</Th>
                {parties && <Th>{t("payerPayee")}</Th>}
                {movable && (
                  <th scope="col" data-print="no">
                    <VisuallyHidden>{t("manage")}</VisuallyHidden>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((term) => (
                <TermRow
                  key={term.id}
                  term={term}
                  view={view}
                  parties={parties}
                  columns={4 + Number(parties) + Number(movable ?? false)}
                >
                  {movable && (
                    <MoveCell>{recordable(stateOf(term)).length > 0 && move(term)}</MoveCell>
                  )}
                </TermRow>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
      <Folded shown={shown.length} all={terms.length} href={`/deals/${view.doc.slug}?all=yes`} />
    </Section>
  );
}

/** Not a numeric cell: the dialog that opens in it would be set like a figure. */
function MoveCell({ children }: { children: ReactNode }) {
  return (
    <td data-print="no">
      {children && <div className="flex justify-end text-left">{children}</div>}
    </td>
  );
}

function TermRow({
  term,
  view,
  parties,
  columns,
  children,
}: {
  term: Term;
  view: DealView;
  parties: boolean;
  columns: number;
  children: ReactNode;
}) {
  const t = useTranslations("payment");
  const enums = useTranslations("enums");
  const name = useTermName()(term);
  return (
    <ExpandingRow
      id={`payment-${term.id}`}
      label={t("details", { name })}
      columns={columns}
      name={
        <>
          {name}
          <Cite sources={view.citations.ofTerm(term)} />
          <DrawsOn term={term} view={view} />
        </>
      }
      details={<PaymentDetails term={term} view={view} />}
    >
      <Td>
        <span className="nowrap">{enums(`termKind.${term.kind}`)}</span>
        {term.category && (
          <span className="sub">{enums(`milestoneCategory.${term.category}`)}</span>
        )}
      </Td>
      <Td>
        <State term={term} />
      </Td>
      <Td numeric>
        <div className="max-sm:text-left">
          <TermAmount term={term} note={view.fx?.get(term.id)} />
          <Unverified unless={!hasFigure(term) || view.citations.verifiedTerm(term)} />
        </div>
      </Td>
      {parties && <Td>{<PayerPayee term={term} view={view} />}</Td>}
      {children}
    </ExpandingRow>
  );
}

function DrawsOn({ term, view }: { term: Term; view: DealView }) {
  const t = useTranslations("payment");
  const nameOf = useTermName();
  const pools = view.doc.terms.filter(({ kind }) => kind === "MILESTONE_POOL");
  const pool = pools.find(({ id }) => id === term.poolId);
  if (!pool) return null;
  return (
    <span className="sub">
      {pools.length === 1 ? t("drawsOnPool") : t("drawsOn", { pool: nameOf(pool) })}
    </span>
  );
}

/** Where a payment stands, since when, and where it is open by when. */
export function State({ term }: { term: Term }) {
  const t = useTranslations("payment");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const state = stateOf(term);
  const last = term.steps.at(-1);
  const standing = standingOf(state);
  return (
    <>
      <StatusDot tone={standing ? standingTone[standing] : "lapsed"}>
        {enums(`paymentState.${state}`)}
      </StatusDot>
      {last && (
        <span className="sub nowrap">
          {last.on ? formatPartialDate(last.on, locale) : t("dayUnknown")}
        </span>
      )}
      {term.expectedOn && standing === "open" && (
        <span className="sub nowrap">
          {t("expected", { on: formatPartialDate(term.expectedOn, locale) })}
        </span>
      )}
    </>
  );
}

function TermAmount({ term, note }: { term: Term; note: FxNote | undefined }) {
  const t = useTranslations("payment");
  const money = useMoney();
  const paid = term.steps.findLast(({ actualAmount }) => actualAmount !== null);
  return (
    <>
      {note ? (
        <FxFigure note={note}>{money.exact(term)}</FxFigure>
      ) : (
        <span className={hasFigure(term) ? undefined : "muted"}>{money.exact(term)}</span>
      )}
      {term.currency && hasFigure(term) && <span className="sub">{term.currency}</span>}
      {paid?.actualAmount && paid.actualAmount !== term.min && (
        <span className="sub">
          {t("actual", { amount: money.figure(paid.actualAmount, paid.actualCurrency) })}
        </span>
      )}
      {!term.inHeadline && <span className="sub">{t("outsideHeadline")}</span>}
    </>
  );
}

/** Where all go one way it is said once, above the table. */
function useOneWay(terms: Term[], view: DealView): string | null {
  const t = useTranslations("payment");
  const [first] = terms;
  const payer = first?.payerId && view.companies.get(first.payerId)?.name;
  const payee = first?.payeeId && view.companies.get(first.payeeId)?.name;
  return payer && payee ? t("allFromTo", { payer, payee }) : null;
}

function PayerPayee({ term, view }: { term: Term; view: DealView }) {
  const t = useTranslations("payment");
  const nameOf = (id: string | null) => (id && view.companies.get(id)?.name) || t("notResearched");
  if (!term.payerId && !term.payeeId) return <span className="muted">{t("notResearched")}</span>;
  return t("fromTo", { payer: nameOf(term.payerId), payee: nameOf(term.payeeId) });
}
