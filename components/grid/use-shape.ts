"use client";

import { useSyncExternalStore } from "react";

const narrow = "(width < 40rem)";

function subscribe(notify: () => void) {
  const media = window.matchMedia(narrow);
  media.addEventListener("change", notify);
  return () => media.removeEventListener("change", notify);
}

/** "phone" where a row is a card, "table" where it is a line; null on the server and until the scripts have come. */
export function useShape(): "phone" | "table" | null {
  return useSyncExternalStore(
    subscribe,
    () => (window.matchMedia(narrow).matches ? "phone" : "table"),
    () => null,
  );
}
