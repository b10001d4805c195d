"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "../ui/cx";

/** A row whose details open below it. On paper they stay closed. */
export function ExpandingRow({
  id,
  label,
  name,
  columns,
  details,
  children,
}: {
  id: string;
  label: string;
  name: ReactNode;
  columns: number;
  details: ReactNode;
  /** The cells after the first. */
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr id={id}>
        <th scope="row">
          <div className="flex items-start gap-1">
            <button
              type="button"
              aria-expanded={open}
              aria-controls={`${id}-details`}
              aria-label={label}
              onClick={() => setOpen(!open)}
              data-print="no"
              className="-mt-0.5 -ml-1.5 grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
            >
              <ChevronRight className={cx("size-3.5", open && "rotate-90")} aria-hidden="true" />
            </button>
            <div className="min-w-0">{name}</div>
          </div>
        </th>
        {children}
      </tr>
      <tr id={`${id}-details`} hidden={!open}>
        <td colSpan={columns}>
          <div className="py-1 pl-5">{details}</div>
        </td>
      </tr>
    </>
  );
}
