"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { PlacedColumn } from "./column";
import { moveBy, narrowest, widest } from "./layout";
import type { GridLayout } from "./use-layout";

export const columnMenuId = "column-menu";

/** What can be done with one column, without a mouse too. One menu serves all heads. */
export function ColumnMenu<T>({
  column,
  layout,
  name,
  sorted,
  onClose,
}: {
  column: PlacedColumn<T> | undefined;
  layout: GridLayout<T>;
  /** The column that can't be hidden. */
  name: string;
  sorted: (descending: boolean) => string;
  onClose: () => void;
}) {
  const t = useTranslations("grid");
  const box = useRef<HTMLDivElement>(null);
  const keys = layout.columns.map(({ key }) => key);
  const at = column ? keys.indexOf(column.key) : -1;
  const close = () => box.current?.hidePopover();
  return (
    <div
      popover="auto"
      id={columnMenuId}
      ref={box}
      role="dialog"
      aria-label={t("columnMenu", { column: column?.label ?? "" })}
      className="filter-menu w-60 flex-col gap-0.5 rounded-lg border border-line-strong bg-raised p-1.5 text-sm text-ink open:flex"
      onToggle={({ newState }) => {
        if (newState === "open") box.current?.querySelector<HTMLElement>("a, button")?.focus();
        else onClose();
      }}
    >
      {column?.sort && (
        <>
          <Item href={sorted(false)} close={close}>
            {t("sortUp")}
          </Item>
          <Item href={sorted(true)} close={close}>
            {t("sortDown")}
          </Item>
        </>
      )}
      {column && (
        <>
          <Item disabled={at <= 0} act={() => layout.show(moveBy(keys, column.key, -1))}>
            {t("moveLeft")}
          </Item>
          <Item
            disabled={at === keys.length - 1}
            act={() => layout.show(moveBy(keys, column.key, 1))}
          >
            {t("moveRight")}
          </Item>
          <Item act={() => layout.pin(column.key)} close={close}>
            {t(layout.pinned.includes(column.key) ? "unpin" : "pin")}
          </Item>
          {column.key !== name && (
            <Item act={() => layout.toggle(column.key)} close={close}>
              {t("hide")}
            </Item>
          )}
          <WidthField
            key={column.key}
            width={column.width}
            label={t("width")}
            onWidth={(width) => layout.resize(column.key, width)}
          />
        </>
      )}
    </div>
  );
}

const itemClass =
  "flex min-h-8 w-full items-center rounded-md px-2.5 text-left hover:bg-sunken disabled:text-ink-3";

function Item({
  href,
  act,
  close,
  disabled,
  children,
}: {
  href?: string;
  act?: () => void;
  close?: () => void;
  disabled?: boolean;
  children: string;
}) {
  if (href) {
    return (
      <a href={href} data-scroll="keep" className={itemClass} onClick={close}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      disabled={disabled}
      className={itemClass}
      onClick={() => {
        act?.();
        close?.();
      }}
    >
      {children}
    </button>
  );
}

function WidthField({
  width,
  label,
  onWidth,
}: {
  width: number;
  label: string;
  onWidth: (pixels: number) => void;
}) {
  return (
    <label className="flex min-h-9 items-center justify-between gap-3 px-2.5">
      {label}
      <input
        type="number"
        className="control w-24"
        min={narrowest}
        max={widest}
        step={8}
        key={width}
        defaultValue={width}
        onBlur={({ target }) => {
          const pixels = target.valueAsNumber;
          if (!Number.isNaN(pixels) && pixels !== width) onWidth(pixels);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </label>
  );
}
