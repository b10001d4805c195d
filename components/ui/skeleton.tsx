import { useTranslations } from "next-intl";
import { cx } from "./cx";

/** A line of text that has not come yet. It fades in late, so a quick answer never flashes. */
export function SkeletonLine({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("skeleton", className)} />;
}

/** A table that has not come yet, in the table's own shape. `columns` are the widths of its bars, one a column. */
export function TableSkeleton({
  rows = 12,
  columns,
  twoLines = false,
}: {
  rows?: number;
  columns: ("short" | "medium" | "long")[];
  twoLines?: boolean;
}) {
  const t = useTranslations("ui");
  return (
    <div className="ledger" role="status" aria-label={t("loading")}>
      <table aria-hidden="true">
        <thead>
          <tr>
            {columns.map((width, column) => (
              <th key={slot("head", column)}>
                <SkeletonLine className={widths[width]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={slot("row", row)}>
              {columns.map((width, column) => (
                <td key={slot("cell", column)}>
                  <SkeletonLine className={widths[width]} />
                  {twoLines && <SkeletonLine className="w-2/5" />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const widths = { short: "w-12", medium: "w-24", long: "w-44" };
const slot = (kind: string, index: number) => `${kind}-${index}`;
