import { useTranslations } from "next-intl";
import { TableWrap } from "@/components/ui/table-wrap";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { type Sort, Th } from "@/components/ui/th";
import type { DealListItem } from "@/lib/catalogue/deal/dto";
import { AmountCell } from "./amount-cell";
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
] as const;
export type DealColumn = (typeof dealColumns)[number];

/** What fits a laptop; the rest is shown when the address asks for it. */
export const usualColumns = dealColumns.filter((column) => column !== "status");

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
  return (
    <TableWrap label={label} pinned>
      <table>
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
            <tr key={deal.id}>
              {columns.map((column) => (
                <Cell key={column} column={column} deal={deal} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Cell({ column, deal }: { column: DealColumn; deal: DealListItem }) {
  const t = useTranslations("enums");
  const deals = useTranslations("deals");
  const side = (wanted: string) => deal.parties.filter((party) => party.side === wanted);
  switch (column) {
    case "announced_on":
      return <td className="nowrap tabular-nums">{deal.announcedOn}</td>;
    case "title":
      return <TitleCell deal={deal} />;
    case "licensor":
      return (
        <SideCell
          parties={side("giving").length > 0 ? side("giving") : side("other").slice(0, 1)}
        />
      );
    case "licensee":
      return (
        <SideCell parties={side("taking").length > 0 ? side("taking") : side("other").slice(1)} />
      );
    case "type":
      return <td>{t(`dealType.${deal.type}`)}</td>;
    case "stage":
      return (
        <td className={deal.stage ? undefined : "muted"}>
          {t(`stage.${deal.stage ?? "UNKNOWN"}`)}
        </td>
      );
    case "status":
      return <td>{t(`dealStatus.${deal.status}`)}</td>;
    case "upfront":
    case "headline":
      return <AmountCell amount={deal[column]} mixed={deal.mixed} />;
    case "paid":
      return deal.paid ? (
        <AmountCell amount={deal.paid} />
      ) : (
        <td className="num muted">{deals("nonePaid")}</td>
      );
  }
}

function TitleCell({ deal }: { deal: DealListItem }) {
  const t = useTranslations();
  const about = [
    ...deal.indications.slice(0, 1),
    ...deal.targets.slice(0, 2),
    ...deal.modalities.map((modality) => t(`enums.modality.${modality}`)),
  ];
  return (
    <th scope="row" className="w-[30%] min-w-64">
      <TextLink href={`/deals/${deal.slug}`} kind="name">
        {deal.title}
      </TextLink>
      <div className="sub">
        {about.join(" · ")}
        {deal.hasConflict && (
          <>
            {" "}
            <Tag tone="triggered">{t("deals.conflict")}</Tag>
          </>
        )}
        {deal.unverified && (
          <>
            {" "}
            <Tag>{t("deals.unverified")}</Tag>
          </>
        )}
      </div>
    </th>
  );
}
