import { Ellipsis } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../ui/cx";

/** Opens the popover of that id. */
export function MenuButton({ menu, label }: { menu: string; label: string }) {
  return (
    <button
      type="button"
      popoverTarget={menu}
      aria-label={label}
      title={label}
      className="inline-grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-10"
    >
      <Ellipsis className="size-4" aria-hidden="true" />
    </button>
  );
}

export const menuItem =
  "flex min-h-8 w-full items-center rounded-md px-2.5 text-left text-sm hover:bg-sunken aria-disabled:opacity-55 pointer-coarse:min-h-10";

/** Closes the menu it is told of, and leaves it open where one presses again, as one does to move. */
export function MenuItem({
  menu,
  off = false,
  className,
  onClick,
  ...rest
}: ComponentProps<"button"> & { menu?: string; off?: boolean }) {
  return (
    <button
      type="button"
      {...(menu && { popoverTarget: menu, popoverTargetAction: "hide" })}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
      className={cx(menuItem, className)}
      {...rest}
    />
  );
}
