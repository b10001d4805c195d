"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { toRoute } from "../ui/to-route";

/** The anchor of ours that a click asks for here, or null: a new tab, a download and other sites are the browser's. */
function wantedAnchor(event: MouseEvent): HTMLAnchorElement | null {
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.button !== 0 || elsewhere || event.defaultPrevented) return null;
  const anchor = event.target instanceof Element ? event.target.closest("a") : null;
  const ours = anchor?.getAttribute("href")?.startsWith("/");
  return anchor && ours && !anchor.target && !anchor.download ? anchor : null;
}

/**
 * Plain anchors inside lead on without loading the page anew. One listener for a whole table: a hundred Link
 * components would cost more than its rows. An anchor with `data-scroll="keep"` leaves the page where it is.
 */
export function SoftLinks({ children }: { children: ReactNode }) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const anchor = wantedAnchor(event);
      if (anchor === null) return;
      event.preventDefault();
      router.push(toRoute(anchor.getAttribute("href") ?? ""), {
        scroll: anchor.dataset.scroll !== "keep",
      });
    };
    const node = box.current;
    node?.addEventListener("click", follow);
    return () => node?.removeEventListener("click", follow);
  }, [router]);
  return <div ref={box}>{children}</div>;
}
