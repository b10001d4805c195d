"use client";

import { useEffect } from "react";

/** Escape puts an open tooltip away until the pointer or the focus moves (WCAG 1.4.13). One for the whole page. */
export function TooltipEscape() {
  useEffect(() => {
    const root = document.documentElement;
    const show = () => root.removeAttribute("data-tips");
    const hide = (event: KeyboardEvent) => {
      if (event.key === "Escape") root.setAttribute("data-tips", "off");
    };
    document.addEventListener("keydown", hide);
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    return () => {
      document.removeEventListener("keydown", hide);
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
    };
  }, []);
  return null;
}
