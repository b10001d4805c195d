import { type ReactNode, useId } from "react";

/**
 * More about a word, when it is pressed: the browser's own popover, by keyboard, mouse and touch alike. Escape and
 * a press elsewhere close it. No script of ours, so a page may hold hundreds. On paper it stays closed.
 */
export function Popover({ label, children }: { label: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <span className="pop">
      <button type="button" popoverTarget={id}>
        {label}
      </button>
      <div id={id} popover="auto">
        {children}
      </div>
    </span>
  );
}
