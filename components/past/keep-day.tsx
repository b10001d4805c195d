"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { toRoute } from "../ui/to-route";

/** The pages that can look back: lists and records, not their forms, files and histories. */
const looksBack = /^\/(deals|companies\/(?!new$)[^/]+|deals\/(?!new$)[^/]+)$/;

/** The same address as of the day; null for one that cannot look back, or says a day itself. */
export function addressOn(href: string, day: string): string | null {
  const [path = "", search = ""] = href.split("#")[0]?.split("?") ?? [];
  const params = new URLSearchParams(search);
  if (!looksBack.test(path) || params.has("as_of")) return null;
  params.set("as_of", day);
  return `${path}?${params}`;
}

/**
 * While a page looks back, its links to others that can do so keep the day. A link with `data-day="today"` leads out.
 * What opens elsewhere, as in a new tab, gets the day as the pointer or the focus comes to it.
 */
export function KeepDay({ day }: { day: string }) {
  const router = useRouter();
  useEffect(() => {
    const addressed = ({ target }: Event) => {
      const anchor = target instanceof Element ? target.closest("a") : null;
      const href = anchor?.getAttribute("href");
      if (!anchor || !href || anchor.dataset.day === "today") return null;
      const address = addressOn(href, day);
      return address ? { anchor, address } : null;
    };
    const follow = (event: MouseEvent) => {
      const found = addressed(event);
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (!found || event.button !== 0 || elsewhere || found.anchor.target) return;
      event.preventDefault();
      event.stopPropagation();
      router.push(toRoute(found.address));
    };
    const write = (event: Event) => {
      const found = addressed(event);
      found?.anchor.setAttribute("href", found.address);
    };
    document.addEventListener("click", follow, true);
    document.addEventListener("contextmenu", write, true);
    document.addEventListener("auxclick", write, true);
    document.addEventListener("mousedown", write, true);
    return () => {
      document.removeEventListener("click", follow, true);
      document.removeEventListener("contextmenu", write, true);
      document.removeEventListener("auxclick", write, true);
      document.removeEventListener("mousedown", write, true);
    };
  }, [day, router]);
  return null;
}
