import { useLocale, useTranslations } from "next-intl";
import type { DealListItem } from "@/lib/catalogue/deal/dto";
import { TableWrap } from "../ui/table-wrap";
import { type Sort, Th } from "../ui/th";
import { AmountCell, PaidCell } from "./amount-cell";
import { SideCell } from "./side-cell";

export const dealColumns = [
  "announced_on",
  "title",
  "licensor",
  "licensee",
  "type",
  "stage",
  "upfront",
  "headline",
  "paid",
  "status",
  "corridor",
  "closed_on",
  "updated_at",
] as const;
export type DealColumn = (typeof dealColumns)[number];

/** What a table shows unless its address says otherwise. */
export const usualColumns: readonly DealColumn[] = dealColumns.slice(0, 9);

const numeric: ReadonlySet<DealColumn> = new Set(["upfront", "headline", "paid"]);

/** Deals as rows. `sortOf` makes each head a link; without it the order is fixed. */
export function DealTable({
  deals,
  columns,
  sortOf,
  label,
}: {
  deals: DealListItem[];
  columns: readonly DealColumn[];
  sortOf?: (column: DealColumn) => Sort;
  label: string;
}) {
  const t = useTranslations("deals.columns");
  const cellOf = useCells(columns.includes("status"));
  return (
    <TableWrap label={label} dense>
      <table className="stacks">
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={`w-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Th key={column} numeric={numeric.has(column)} sort={sortOf?.(column)}>
                {t(column)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <tr key={deal.id}>{columns.map((column) => cellOf(column, deal))}</tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

/** Cells as plain functions: a page has five hundred, and a component for each would cost more than its text. */
function useCells(statusApart: boolean) {
  const t = useTranslations("deals");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const words = { t, enums, locale };
  return (column: DealColumn, deal: DealListItem) => {
    switch (column) {
      case "announced_on":
        return (
          <td key={column} className="nowrap">
            {deal.announcedOn}
          </td>
        );
      case "title":
        return TitleCell({ deal, t, enums });
      case "licensor":
      case "licensee":
        return SideCell({ parties: sideOf(deal, column), name: column, locale });
      case "type":
        return (
          <td key={column} title={enums(`dealType.${deal.type}`)}>
            {enums(`dealType.${deal.type}`)}
            {!statusApart && <span className="sub">{enums(`dealStatus.${deal.status}`)}</span>}
          </td>
        );
      case "status":
        return <td key={column}>{enums(`dealStatus.${deal.status}`)}</td>;
      case "stage":
        return (
          <td
            key={column}
            className={deal.stage && deal.stage !== "NOT_APPLICABLE" ? undefined : "muted"}
          >
            {enums(`stage.${deal.stage ?? "UNKNOWN"}`)}
          </td>
        );
      case "corridor":
        return <td key={column}>{deal.corridor}</td>;
      case "closed_on":
      case "updated_at":
        return (
          <td key={column} className="nowrap">
            {column === "closed_on" ? deal.closedOn : deal.updatedOn}
          </td>
        );
      case "upfront":
      case "headline":
        return AmountCell({ name: column, amount: deal[column], mixed: deal.mixed, ...words });
      case "paid":
        return PaidCell({ name: column, amount: deal.paid, mixed: deal.mixed, ...words });
      default:
        return column satisfies never;
    }
  };
}

/** With partners only, the first stands on the left and the others on the right. */
function sideOf({ parties }: DealListItem, column: "licensor" | "licensee") {
  const of = (side: string) => parties.filter((party) => party.side === side);
  const partners = of("other");
  if (column === "licensor") return of("giving").length > 0 ? of("giving") : partners.slice(0, 1);
  if (of("taking").length > 0) return of("taking");
  return of("giving").length > 0 ? partners : partners.slice(1);
}

type Words = ReturnType<typeof useTranslations>;

function TitleCell({ deal, t, enums }: { deal: DealListItem; t: Words; enums: Words }) {
  const about = [
    ...deal.indications.slice(0, 2),
    ...deal.targets.slice(0, 3),
    ...deal.modalities.map((modality) => enums(`modality.${modality}`)),
  ].join(" · ");
  return (
    <th key="title" scope="row">
      <a href={`/deals/${deal.slug}`} title={deal.title}>
        {deal.title}
      </a>
      <span className="sub marked">
        {deal.hasConflict && (
          <abbr className="mark" title={t("conflict")}>
            ≠
          </abbr>
        )}
        {deal.unverified && <span className="mark">{t("unverified")}</span>}
        <span title={about}>{about}</span>
      </span>
    </th>
  );
}
