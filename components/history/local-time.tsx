"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** An instant on the reader's own clock, its zone named; the server, which knows none, says UTC. UTC on hover. */
export function LocalTime({ at }: { at: string }) {
  const locale = useLocale();
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const text = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: here ? undefined : "UTC",
  }).format(new Date(at));
  return (
    <time dateTime={at} title={`${at.slice(0, 19).replace("T", " ")} UTC`}>
      {text}
    </time>
  );
}
