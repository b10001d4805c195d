"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type DragEvent, useState } from "react";
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
          <HeadCell
            key={column.key}
            {...{ column, at, sort, live }}
            href={sortHref(column)}
            reached={active === at + 1}
            dragged={dragged === column.key}
            drag={dragOf(column.key)}
            onWidth={(width) => layout.resize(column.key, width)}
            onMenu={() => onMenu(column.key)}
          />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<T>({
  column,
  at,
  sort,
  live,
  href,
  reached,
  dragged,
  drag,
  onWidth,
  onMenu,
}: {
  column: PlacedColumn<T>;
  at: number;
  sort: SortState;
  live: boolean;
  href: string;
  /** Whether the Tab key reaches it. */
  reached: boolean;
  dragged: boolean;
  drag: ComponentProps<"th">;
  onWidth: (pixels: number) => void;
  onMenu: () => void;
}) {
  const t = useTranslations("grid");
  const { label, left, numeric } = column;
  const look = cx(numeric && "num", left !== null && "pin", dragged && "dragged");
  return (
    <th
      scope="col"
      aria-colindex={at + 2}
      tabIndex={reached ? 0 : undefined}
      aria-sort={sort.key === column.key ? directionOf(sort) : undefined}
      className={look || undefined}
      style={left === null ? undefined : { left }}
      {...drag}
    >
      <span className="head">
        <Label {...{ column, sort, live, href }} />
        {live && (
          <button
            type="button"
            tabIndex={-1}
            className="open-menu"
            aria-label={t("columnMenu", { column: label })}
            popoverTarget={columnMenuId}
            onClick={onMenu}
          >
            <ChevronDown className="size-3" aria-hidden="true" />
          </button>
        )}
      </span>
      {live && <ResizeHandle onWidth={onWidth} />}
    </th>
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
      data-scroll="keep"
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
