"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { toRoute } from "../ui/to-route";

/** The page of ours that a click asks for here, or null: a new tab, a download and other sites are the browser's. */
function wantedPage(event: MouseEvent): string | null {
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.button !== 0 || elsewhere || event.defaultPrevented) return null;
  const anchor = event.target instanceof Element ? event.target.closest("a") : null;
  const href = anchor?.getAttribute("href") ?? "";
  return href.startsWith("/") && !anchor?.target && !anchor?.download ? href : null;
}

/**
 * Plain anchors inside lead on without loading the page anew. One listener for a whole table: a hundred Link
 * components would cost more than its rows.
 */
export function SoftLinks({ children }: { children: ReactNode }) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const page = wantedPage(event);
      if (page === null) return;
      event.preventDefault();
      router.push(toRoute(page));
    };
    const node = box.current;
    node?.addEventListener("click", follow);
    return () => node?.removeEventListener("click", follow);
  }, [router]);
  return <div ref={box}>{children}</div>;
}
