import { memo } from "react";
import { cx } from "../ui/cx";
import type { CellView, PlacedColumn } from "./column";

/** `active`: the column of the cell that the Tab key reaches, null where it is in another row. */
type RowProps<T> = {
  row: T;
  index: number;
  columns: readonly PlacedColumn<T>[];
  name: string;
  active: number | null;
  ticked: boolean;
  view: CellView;
  /** What the tick is called; null until the scripts have come, for without them it does nothing. */
  tickLabel: string | null;
};

function Row<T>({ row, index, columns, name, active, ticked, view, tickLabel }: RowProps<T>) {
  const live = tickLabel !== null;
  return (
    <tr aria-rowindex={live ? index + 2 : undefined} aria-selected={live ? ticked : undefined}>
      <td
        aria-colindex={live ? 1 : undefined}
        className="tick pin"
        tabIndex={active === 0 ? 0 : undefined}
      >
        {live && (
          <input type="checkbox" checked={ticked} readOnly tabIndex={-1} aria-label={tickLabel} />
        )}
      </td>
      {columns.map((column, at) => {
        const { content, className, title } = column.cell(row, view);
        const Tag = column.key === name ? "th" : "td";
        return (
          <Tag
            key={column.key}
            scope={column.key === name ? "row" : undefined}
            aria-colindex={live ? at + 2 : undefined}
            tabIndex={active === at + 1 ? 0 : undefined}
            className={
              cx(className, column.numeric && "num", column.left !== null && "pin") || undefined
            }
            style={column.left === null ? undefined : { left: column.left }}
            title={title}
            data-label={column.numeric ? column.label : undefined}
          >
            {content}
          </Tag>
        );
      })}
    </tr>
  );
}

/** Of ten thousand rows only those whose own props changed are drawn anew. */
export const GridRow = keepGeneric(Row);

/** `memo` answers the same component, but its type forgets that the props are generic. */
function keepGeneric<C extends typeof Row>(component: C): C {
  return memo(component) as unknown as C;
}
