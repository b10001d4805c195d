"use client";

import { useSyncExternalStore } from "react";

const name = "single-keys";
const changed = "kakehashi:single-keys";

function listen(onChange: () => void) {
  window.addEventListener(changed, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** Storage can be closed to a page; keys then work until it is left. */
function stored(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Whether single keys are shortcuts here. Whoever speaks or taps by accident switches them off (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    listen,
    () => stored() !== "off",
    () => true,
  );
  const set = (next: boolean) => {
    try {
      localStorage.setItem(name, next ? "on" : "off");
    } catch {
      // Remembered nowhere, then.
    }
    window.dispatchEvent(new Event(changed));
  };
  return [on, set];
}
