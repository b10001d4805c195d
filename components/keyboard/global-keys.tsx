"use client";

import { Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Preferences } from "../layout/preferences";
import { searchBoxId } from "../search/search-box";
import { toRoute } from "../ui/to-route";
import { newDeal, type Wish, wishOf } from "./shortcuts";
import { useSingleKeys } from "./single-keys";
import { isTyping } from "./typing";

/** Neither the palette nor the sheet costs a page anything until it is asked for. */
const Overlay = lazy(() => import("./overlay"));

export type Overlaid = "palette" | "keys";

/** How long `g` waits for its letter. */
const prefixMs = 1500;

/** The keys that work on every page, and the button that lists them. `mayLog`: this person may log a deal. */
export function GlobalKeys({
  mayLog,
  preferences,
}: {
  mayLog: boolean;
  preferences: Pick<Preferences, "setLocale" | "setTheme">;
}) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [shown, setShown] = useState<Overlaid | null>(null);
  const [singleKeys] = useSingleKeys();
  const prefixedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const follow = (wish: Wish) => {
      if (wish.do === "palette" || wish.do === "keys") setShown(wish.do);
      else if (wish.do === "search") document.getElementById(searchBoxId)?.focus();
      else if (wish.do === "prefix") prefixedAt.current = performance.now();
      else if (wish.href !== newDeal || mayLog) router.push(toRoute(wish.href));
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const prefixed = performance.now() - prefixedAt.current < prefixMs;
      const wish = wishOf(event, { typing: isTyping(event), singleKeys, prefixed });
      if (!["Shift", "Control", "Meta", "Alt"].includes(event.key)) {
        prefixedAt.current = Number.NEGATIVE_INFINITY;
      }
      if (!wish) return;
      event.preventDefault();
      follow(wish);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [router, singleKeys, mayLog]);

  return (
    <>
      <button
        type="button"
        onClick={() => setShown("keys")}
        className="inline-flex min-h-6 items-center gap-1.5 text-ink-3 name-link"
      >
        <Keyboard className="size-3.5" aria-hidden="true" />
        {t("keys")}
      </button>
      {shown && (
        <Suspense fallback={null}>
          <Overlay
            shown={shown}
            onShow={setShown}
            onClose={() => setShown(null)}
            mayLog={mayLog}
            preferences={preferences}
          />
        </Suspense>
      )}
    </>
  );
}
