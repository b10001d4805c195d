"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { cx } from "../ui/cx";
import type { PlacedColumn } from "./column";
import { columnMenuId } from "./column-menu";
import { moveTo } from "./layout";
import { ResizeHandle } from "./resize-handle";
import type { GridLayout } from "./use-layout";

export type SortState = { key: string; descending: boolean };

export function GridHead<T>({
  layout,
  sort,
  sortHref,
  active,
  live,
  ticked,
  onMenu,
}: {
  layout: GridLayout<T>;
  sort: SortState;
  /** The address of the list sorted by this column, or the other way when it is already. */
  sortHref: (column: PlacedColumn<T>) => string;
  /** The column of the head that the Tab key reaches, or null. */
  active: number | null;
  live: boolean;
  ticked: boolean;
  onMenu: (key: string) => void;
}) {
  const t = useTranslations("grid");
  const [dragged, setDragged] = useState<string | null>(null);
  const { columns } = layout;
  const drop = (target: string) => {
    if (dragged === null || dragged === target) return;
    layout.show(
      moveTo(
        columns.map(({ key }) => key),
        dragged,
        target,
      ),
    );
  };
  const dragOf = (key: string) => ({
    draggable: live,
    onDragStart: ({ dataTransfer }: DragEvent) => {
      dataTransfer.effectAllowed = "move";
      dataTransfer.setData("text/plain", key);
      setDragged(key);
    },
    onDragOver: (event: DragEvent) => dragged !== null && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      drop(key);
    },
    onDragEnd: () => setDragged(null),
  });
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th
          scope="col"
          aria-colindex={1}
          className="tick pin"
          tabIndex={active === 0 ? 0 : undefined}
        >
          {live ? (
            <input
              type="checkbox"
              checked={ticked}
              readOnly
              tabIndex={-1}
              aria-label={t("tickLoaded")}
            />
          ) : (
            <span className="sr-only">{t("tickLoaded")}</span>
          )}
        </th>
        {columns.map((column, at) => (
          <th
            key={column.key}
            scope="col"
            aria-colindex={at + 2}
            tabIndex={active === at + 1 ? 0 : undefined}
            aria-sort={sort.key === column.key ? directionOf(sort) : undefined}
            className={
              cx(
                column.numeric && "num",
                column.left !== null && "pin",
                dragged === column.key && "dragged",
              ) || undefined
            }
            style={column.left === null ? undefined : { left: column.left }}
            {...dragOf(column.key)}
          >
            <span className="head">
              <Label {...{ column, sort, live }} href={sortHref(column)} />
              {live && (
                <button
                  type="button"
                  tabIndex={-1}
                  className="open-menu"
                  aria-label={t("columnMenu", { column: column.label })}
                  popoverTarget={columnMenuId}
                  onClick={() => onMenu(column.key)}
                >
                  <ChevronDown className="size-3" aria-hidden="true" />
                </button>
              )}
            </span>
            {live && <ResizeHandle onWidth={(width) => layout.resize(column.key, width)} />}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function directionOf({ descending }: SortState) {
  return descending ? "descending" : "ascending";
}

function Label<T>({
  column,
  sort,
  href,
  live,
}: {
  column: PlacedColumn<T>;
  sort: SortState;
  href: string;
  live: boolean;
}) {
  const t = useTranslations("ui");
  if (!column.sort) return <span className="label">{column.label}</span>;
  const current = sort.key === column.key;
  const falling = current ? !sort.descending : column.sort === "descending";
  return (
    <a
      href={href}
      draggable={false}
      tabIndex={live ? -1 : undefined}
      title={t(falling ? "sortDescending" : "sortAscending")}
      className="label"
    >
      {column.label}
      {current && <span aria-hidden="true">{sort.descending ? " ↓" : " ↑"}</span>}
    </a>
  );
}
