import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { TableWrap } from "../ui/table-wrap";
import { TextLink } from "../ui/text-link";

export type HeatCell = { value: number; text: string; href: string };

/** Five steps of ink; the figure stands in the cell, so that the shade is never all there is. */
const shades = ["", "bg-indigo/10", "bg-indigo/20", "bg-indigo/30", "bg-indigo/40"];

/** A matrix: each cell its figure, its shade by its share of the largest, and a link to what it counts. */
export function HeatTable({
  label,
  corner,
  columns,
  rows,
}: {
  label: string;
  corner: ReactNode;
  columns: readonly { key: string; label: string }[];
  rows: readonly { key: string; label: ReactNode; cells: ReadonlyMap<string, HeatCell> }[];
}) {
  const all = rows.flatMap(({ cells }) => [...cells.values()]);
  const most = Math.max(1, ...all.map(({ value }) => value));
  const shade = (value: number) => shades[Math.ceil((value / most) * (shades.length - 1))];
  return (
    <TableWrap label={label} pinned>
      <table>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="num">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map(({ key }) => {
                const cell = row.cells.get(key);
                return (
                  <td key={key} data-ink="keep" className={cx("num", cell && shade(cell.value))}>
                    {cell && <TextLink href={cell.href}>{cell.text}</TextLink>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
