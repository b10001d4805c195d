import { useLocale, useTranslations } from "next-intl";
import type { MilestoneListItem } from "@/lib/catalogue/milestone/queries";
import type { PaymentState } from "@/lib/payment/rules";
import { PageTick, RowTick } from "../bulk/tick-list";
import { AmountCell } from "../deal/amount-cell";
import { StatusDot } from "../ui/status-dot";
import { TableWrap } from "../ui/table-wrap";
import { type Sort, Th } from "../ui/th";
import type { Tone } from "../ui/tone";

const tones: Record<PaymentState, Tone> = {
  CONTINGENT: "open",
  TRIGGERED: "triggered",
  INVOICED: "triggered",
  DISPUTED: "triggered",
  PAID: "paid",
  LAPSED: "lapsed",
  WAIVED: "lapsed",
  CANCELLED: "lapsed",
  SUPERSEDED: "lapsed",
  UNKNOWN: "muted",
};

type SortKey = "moved" | "due" | "deal" | "state" | "kind";

/** Payments as rows. */
export function MilestoneTable({
  milestones,
  sortOf,
  label,
  tickable,
}: {
  milestones: MilestoneListItem[];
  sortOf: (key: SortKey) => Sort;
  label: string;
  /** It stands in a TickList, and its rows can be chosen. */
  tickable: boolean;
}) {
  const t = useTranslations("milestones.columns");
  const rowOf = useRows(tickable);
  return (
    <TableWrap label={label} dense>
      <table className="stacks">
        <colgroup>
          {tickable && <col className="w-tick" />}
          {["deal", "term", "state", "moved", "due", "flow", "amount"].map((name) => (
            <col key={name} className={`w-${name}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {tickable && (
              <th scope="col" data-print="no">
                <PageTick />
              </th>
            )}
            <Th sort={sortOf("deal")}>{t("deal")}</Th>
            <Th sort={sortOf("kind")}>{t("kind")}</Th>
            <Th sort={sortOf("state")}>{t("state")}</Th>
            <Th sort={sortOf("moved")}>{t("moved")}</Th>
            <Th sort={sortOf("due")}>{t("due")}</Th>
            <Th>{t("flow")}</Th>
            <Th numeric>{t("amount")}</Th>
          </tr>
        </thead>
        <tbody>{milestones.map(rowOf)}</tbody>
      </table>
    </TableWrap>
  );
}

function useRows(tickable: boolean) {
  const t = useTranslations("milestones");
  const enums = useTranslations("enums");
  const locale = useLocale();
  return (milestone: MilestoneListItem) => {
    const { kind, category, state, trigger, amount } = milestone;
    return (
      <tr key={milestone.id}>
        {tickable && (
          <td data-print="no">
            <RowTick id={milestone.id} name={trigger ?? milestone.deal_title} />
          </td>
        )}
        <th scope="row">
          <a href={`/deals/${milestone.deal_slug}`} title={milestone.deal_title}>
            {milestone.deal_title}
          </a>
          {trigger && (
            <span className="sub" title={trigger}>
              {trigger}
            </span>
          )}
        </th>
        <td>
          {enums(`termKind.${kind}`)}
          {category && <span className="sub">{enums(`milestoneCategory.${category}`)}</span>}
        </td>
        <td>
          <StatusDot tone={tones[state]}>{enums(`paymentState.${state}`)}</StatusDot>
        </td>
        <td>{milestone.stateOn}</td>
        <td>{milestone.expectedOn}</td>
        <td>
          <Company slug={milestone.payer_slug} name={milestone.payer_name} />
          {milestone.payer_slug && milestone.payee_slug && " → "}
          <Company slug={milestone.payee_slug} name={milestone.payee_name} />
        </td>
        <AmountCell
          {...{ amount, locale, t, enums }}
          fx={milestone.fx}
          label={t("columns.amount")}
        />
      </tr>
    );
  };
}

function Company({ slug, name }: { slug: string | null; name: string | null }) {
  return slug ? <a href={`/companies/${slug}`}>{name}</a> : null;
}
