"use client";

import { useTranslations } from "next-intl";
import { cx } from "./cx";
import type { Found, Option } from "./use-options";

export type Row = { key: string; option: Option | null };

/** The list below a combobox: two-line options, then the row that makes a new one, then how the search stands. */
export function ComboboxList({
  id,
  label,
  rows,
  active,
  found,
  text,
  remark,
  onPick,
}: {
  id: string;
  label: string;
  rows: Row[];
  active: number;
  found: Found;
  text: string;
  /** Said before how the search stands. */
  remark?: string;
  onPick: (row: Row) => void;
}) {
  const t = useTranslations("ui");
  return (
    <div className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded-lg border border-line-strong bg-raised">
      <div id={id} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto">
        {rows.map((row, index) => (
          <button
            type="button"
            key={row.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field keeps the focus: a press must not take it away before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(row)}
            className={cx(
              "block w-full px-2.5 py-1.5 text-left text-sm",
              index === active ? "bg-indigo-soft" : "hover:bg-sunken",
              row.option === null && "border-t border-line text-indigo first:border-t-0",
            )}
          >
            {row.option ? <TwoLines option={row.option} /> : t("create", { text })}
          </button>
        ))}
      </div>
      {remark && found.state === "ready" && rows.length > 0 && (
        <p className="border-t border-line px-2.5 py-1.5 text-xs text-ink-3">{remark}</p>
      )}
      <p role="status" className={rows.length > 0 ? "sr-only" : "px-2.5 py-2 text-sm text-ink-3"}>
        {found.state === "searching" && t("searching")}
        {found.state === "failed" && t("searchFailed")}
        {found.state === "idle" && t("typeToSearch")}
        {found.state === "ready" &&
          (found.options.length > 0 || !text
            ? t("results", { count: found.options.length })
            : t("noMatch", { text }))}
      </p>
    </div>
  );
}

function TwoLines({ option }: { option: Option }) {
  return (
    <>
      <span lang={option.lang} className="block truncate">
        {option.label}
      </span>
      {(option.note || option.mark) && (
        <span className="block truncate text-xs text-ink-3">
          <span lang={option.noteLang}>{option.note}</span>
          {option.note && option.mark && " · "}
          {option.mark}
        </span>
      )}
    </>
  );
}
