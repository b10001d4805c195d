"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { fieldId } from "../../ui/field-id";
import { IconButton } from "../../ui/icon-button";
import { useForm } from "./form-context";
import type { Row } from "./rows";

/**
 * The rows of one list, each with a button that removes it, and below what adds one. A problem of the list as a
 * whole stands above, where the summary of problems leads to.
 */
export function RowList<R extends Row>({
  path,
  label,
  rows,
  nameOf,
  onRemove,
  mayRemove = () => true,
  children,
  add,
  dense = false,
  labels = "none",
}: {
  path: string;
  label: string;
  rows: R[];
  /** What the row is called, for the button that removes it. */
  nameOf: (row: R, index: number) => string;
  onRemove: (id: string) => void;
  mayRemove?: (row: R) => boolean;
  children: (row: R, index: number) => ReactNode;
  add?: ReactNode;
  /** Rows of one line need no rule between them. */
  dense?: boolean;
  /** Which rows begin with labels over their fields: the button stands beside the fields. */
  labels?: "none" | "first" | "all";
}) {
  const t = useTranslations("record-form");
  const { problemOf, forget } = useForm();
  const problem = problemOf(path);
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(rows.length);
  useEffect(() => {
    // A row that was just added waits for its first field.
    if (rows.length === count.current + 1 && list.current) firstField(list.current)?.focus();
    count.current = rows.length;
  }, [rows.length]);
  const remove = (id: string) => {
    forget(path);
    onRemove(id);
  };
  return (
    <div id={fieldId(path)} tabIndex={-1} className="grid gap-2 outline-none">
      {problem && <p className="text-sm font-[520] text-seal">{problem}</p>}
      {rows.length > 0 && (
        <ul
          ref={list}
          aria-label={label}
          className={`grid grid-cols-[minmax(0,1fr)] ${dense ? "gap-2" : ""}`}
        >
          {rows.map((row, index) => (
            <li
              key={row.id}
              className={
                dense
                  ? "flex items-start gap-1"
                  : "flex items-start gap-1 border-t border-line py-3 first:border-t-0 first:pt-0"
              }
            >
              <div className="min-w-0 flex-1">{children(row, index)}</div>
              {mayRemove(row) && (
                <IconButton
                  label={t("remove", { name: nameOf(row, index) })}
                  onClick={() => remove(row.id)}
                  className={
                    labels === "all" || (labels === "first" && index === 0)
                      ? "-mr-1.5 mt-5.5"
                      : "-mr-1.5"
                  }
                >
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {add && <div className="flex flex-wrap gap-2">{add}</div>}
    </div>
  );
}

function firstField(list: HTMLElement): HTMLElement | null {
  return list.lastElementChild?.querySelector<HTMLElement>("input, select, textarea") ?? null;
}
