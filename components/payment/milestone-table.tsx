import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/deal/amount-cell";
import { StatusDot } from "@/components/ui/status-dot";
import { TableWrap } from "@/components/ui/table-wrap";
import { TextLink } from "@/components/ui/text-link";
import { type Sort, Th } from "@/components/ui/th";
import type { MilestoneListItem } from "@/lib/catalogue/milestone/queries";
import type { PaymentState } from "@/lib/payment/rules";

const tones: Record<PaymentState, "paid" | "triggered" | "open" | "lapsed" | "muted"> = {
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
}: {
  milestones: MilestoneListItem[];
  sortOf: (key: SortKey) => Sort;
  label: string;
}) {
  const t = useTranslations("milestones.columns");
  return (
    <TableWrap label={label} pinned>
      <table>
        <thead>
          <tr>
            <Th sort={sortOf("deal")}>{t("deal")}</Th>
            <Th sort={sortOf("kind")}>{t("kind")}</Th>
            <Th sort={sortOf("state")}>{t("state")}</Th>
            <Th sort={sortOf("moved")}>{t("moved")}</Th>
            <Th sort={sortOf("due")}>{t("due")}</Th>
            <Th>{t("flow")}</Th>
            <Th numeric>{t("amount")}</Th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <Row key={milestone.id} milestone={milestone} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Row({ milestone }: { milestone: MilestoneListItem }) {
  const t = useTranslations("enums");
  const { kind, category, state, trigger } = milestone;
  return (
    <tr>
      <th scope="row" className="w-[36%] min-w-72">
        <TextLink href={`/deals/${milestone.deal_slug}`} kind="name">
          {milestone.deal_title}
        </TextLink>
        {trigger && <div className="sub">{trigger}</div>}
      </th>
      <td>
        {t(`termKind.${kind}`)}
        {category && <div className="sub">{t(`milestoneCategory.${category}`)}</div>}
      </td>
      <td>
        <StatusDot tone={tones[state]}>{t(`paymentState.${state}`)}</StatusDot>
      </td>
      <td className="nowrap tabular-nums">{milestone.stateOn}</td>
      <td className="nowrap tabular-nums">{milestone.expectedOn}</td>
      <td>
        <Company slug={milestone.payer_slug} name={milestone.payer_name} />
        {milestone.payer_slug && milestone.payee_slug && " → "}
        <Company slug={milestone.payee_slug} name={milestone.payee_name} />
      </td>
      <AmountCell amount={milestone.amount} />
    </tr>
  );
}

function Company({ slug, name }: { slug: string | null; name: string | null }) {
  return slug ? <TextLink href={`/companies/${slug}`}>{name}</TextLink> : null;
}
