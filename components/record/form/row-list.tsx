"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  children,
  add,
  dense = false,
}: {
  path: string;
  label: string;
  rows: R[];
  /** What the row is called, for the button that removes it. */
  nameOf: (row: R, index: number) => string;
  onRemove: (id: string) => void;
  children: (row: R, index: number) => ReactNode;
  add?: ReactNode;
  /** Rows of one line need no rule between them. */
  dense?: boolean;
}) {
  const t = useTranslations("record-form");
  const { problemOf, forget } = useForm();
  const problem = problemOf(path);
  const remove = (id: string) => {
    forget(path);
    onRemove(id);
  };
  return (
    <div id={fieldId(path)} tabIndex={-1} className="grid gap-2 outline-none">
      {problem && <p className="text-sm font-[520] text-seal">{problem}</p>}
      {rows.length > 0 && (
        <ul aria-label={label} className={dense ? "grid gap-2" : "grid"}>
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
              <IconButton
                label={t("remove", { name: nameOf(row, index) })}
                onClick={() => remove(row.id)}
                className="-mr-1.5"
              >
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {add && <div className="flex flex-wrap gap-2">{add}</div>}
    </div>
  );
}
