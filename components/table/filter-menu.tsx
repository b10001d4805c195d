import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { cx } from "../ui/cx";

/** A chip that opens a part of the filter. The browser's own popover: no script opens it, Escape closes it. */
export function FilterMenu({
  id,
  label,
  chosen = 0,
  wide = false,
  children,
}: {
  id: string;
  label: string;
  /** How many values are on. */
  chosen?: number;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={cx(
          "inline-flex min-h-7.5 items-center gap-1.5 rounded-md border px-2.5 text-xs text-ink-2 hover:border-control hover:text-ink pointer-coarse:min-h-10",
          chosen > 0 ? "border-line-strong bg-raised" : "border-dashed border-line-strong",
        )}
      >
        {label}
        {chosen > 0 && <b className="font-semibold text-ink tabular-nums">{chosen}</b>}
        <span aria-hidden="true" className="text-ink-3">
          ▾
        </span>
      </button>
      <div
        popover="auto"
        id={id}
        className={cx(
          "filter-menu flex-col rounded-lg border border-line-strong bg-raised text-ink open:flex",
          wide ? "w-[min(40rem,calc(100vw-2rem))]" : "w-68",
        )}
      >
        <div className="min-h-0 flex-1 overflow-y-auto p-3">{children}</div>
        <div className="flex justify-end border-t border-line px-3 py-2">
          <Button type="submit" variant="primary" size="sm">
            {t("apply")}
          </Button>
        </div>
      </div>
    </>
  );
}
