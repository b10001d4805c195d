"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export type DraftState = "none" | "waiting" | "kept" | "failed" | "held";

const address = "/api/drafts";
const idle = 2000;

/**
 * Keeps what is typed on the server: two seconds after the last change, when the page is hidden or closed, and
 * when it is left for another. `held` while an older draft waits for its answer, so that it is not overwritten.
 */
export function useDraft({
  form,
  version,
  held,
  revision,
  write,
}: {
  form: string;
  version: number | null;
  held: boolean;
  /** Anything that is another one after every change; null before the first. */
  revision: unknown;
  /** The text to keep. */
  write: () => string;
}) {
  const [state, setState] = useState<DraftState>("none");
  const unsent = useRef(false);
  /** A request that is under way when its page closes is cut off: what it carries counts as unsent. */
  const flying = useRef(0);
  const stopped = useRef(false);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const body = useRef<() => string>(() => "");
  useEffect(() => {
    body.current = () => JSON.stringify({ form, version, payload: write() });
  });

  const send = useCallback(() => {
    unsent.current = false;
    flying.current += 1;
    sending.current = fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: body.current(),
    })
      .then(
        ({ ok }) => setState(ok ? "kept" : "failed"),
        () => setState("failed"),
      )
      .finally(() => {
        flying.current -= 1;
      });
  }, []);

  useEffect(() => {
    if (revision === null || stopped.current) return;
    if (held) return setState("held");
    unsent.current = true;
    setState("waiting");
    const timer = setTimeout(() => {
      if (!stopped.current) send();
    }, idle);
    return () => clearTimeout(timer);
  }, [revision, held, send]);

  useEffect(() => {
    const leave = () => {
      if (stopped.current || (!unsent.current && flying.current === 0)) return;
      // A beacon outlives the page but carries 64 KB at most.
      const text = new Blob([body.current()], { type: "application/json" });
      if (navigator.sendBeacon(address, text)) unsent.current = false;
      else send();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") leave();
    };
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      leave();
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [send]);

  return {
    state,
    /** Before a save: waits for what is on its way, so that it can't come back after the save. */
    pause: useCallback(async () => {
      stopped.current = true;
      await sending.current;
    }, []),
    /** After a save that did not come about. What was typed is kept again at once. */
    resume: useCallback(() => {
      stopped.current = false;
      if (!held) send();
    }, [send, held]),
    /** Forgets what the server keeps. */
    discard: useCallback(async () => {
      // Outlives the page: who discards and leaves at once means it.
      const query = new URLSearchParams({ form });
      await fetch(`${address}?${query}`, { method: "DELETE", keepalive: true });
    }, [form]),
  };
}
