import { cx } from "./cx";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "md" | "sm";

const look: Record<ButtonVariant, string> = {
  primary: "border-ink bg-ink text-paper hover:bg-ink-2 hover:border-ink-2",
  plain: "border-line-strong bg-raised text-ink hover:border-control hover:bg-sunken",
  quiet: "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-seal bg-raised text-seal hover:bg-seal-soft",
};

const sizes: Record<ButtonSize, string> = {
  md: "min-h-8.5 px-3 py-1 text-sm pointer-coarse:min-h-10",
  sm: "min-h-7 px-2 py-0.5 text-xs pointer-coarse:min-h-9",
};

/** One look for what acts: buttons, and links that stand in a row of buttons. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, extra?: string) {
  return cx(
    "inline-flex items-center justify-center gap-1.5 rounded-md border font-[520] whitespace-nowrap transition-colors",
    "disabled:opacity-55 aria-disabled:opacity-55",
    look[variant],
    sizes[size],
    extra,
  );
}
