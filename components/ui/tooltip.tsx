import { type ReactNode, useId } from "react";

/**
 * A word more on hover and focus, by CSS alone: a page may hold hundreds. Escape hides it (TooltipEscape).
 * `focusable` false where a neighbour in the tab order already says the same.
 */
export function Tooltip({
  text,
  focusable = true,
  children,
}: {
  text: ReactNode;
  focusable?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <span className="tip" tabIndex={focusable ? 0 : undefined} aria-describedby={id}>
      {children}
      <span role="tooltip" id={id}>
        {text}
      </span>
    </span>
  );
}
