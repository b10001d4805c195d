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
  onOpen,
  applies = true,
  children,
}: {
  id: string;
  label: string;
  /** How many values are on. */
  chosen?: number;
  wide?: boolean;
  onOpen?: () => void;
  /** Whether what is chosen holds once the form is sent; false where it holds at once. */
  applies?: boolean;
  /** Nothing yet where the menu is drawn when it opens. */
  children: ReactNode;
}) {
  const t = useTranslations("table");
  return (
    <>
      <button type="button" popoverTarget={id} className="filter-chip">
        {label}
        {chosen > 0 && <b>{chosen}</b>}
      </button>
      <div
        popover="auto"
        id={id}
        onBeforeToggle={onOpen && (({ newState }) => newState === "open" && onOpen())}
        className={cx(
          "filter-menu flex-col rounded-lg border border-line-strong bg-raised text-ink open:flex",
          wide ? "w-[min(40rem,calc(100vw-2rem))]" : "w-68",
        )}
      >
        {children && <div className="min-h-0 flex-1 overflow-y-auto p-3">{children}</div>}
        {children && applies && (
          <div className="flex justify-end border-t border-line px-3 py-2">
            <Button type="submit" variant="primary" size="sm">
              {t("apply")}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
