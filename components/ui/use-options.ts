"use client";

import { useEffect, useRef, useState } from "react";

export type Option = {
  value: string;
  label: string;
  /** The second line: another name, a country, a target. */
  note?: string;
  /** The language of the label, and of the note, where it is not the page's. */
  lang?: string;
  noteLang?: string;
  /** What stands after the note, in the page's language: a country, a day. */
  mark?: string;
};

export type Found = { state: "idle" | "searching" | "failed" | "ready"; options: Option[] };

const idle: Found = { state: "idle", options: [] };

/**
 * The options for what is typed, 150 ms after the last letter. A slow answer to an older text is dropped; until
 * the new one comes the older options stay in sight, and the state says that they are on their way out.
 * Pass null to ask nothing (closed, or an input method is still composing).
 */
export function useOptions(
  text: string | null,
  onSearch: (text: string) => Promise<Option[]>,
): Found {
  const [answer, setAnswer] = useState<{ text: string | null; found: Found }>({
    text: null,
    found: idle,
  });
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });

  useEffect(() => {
    if (text === null) return setAnswer({ text, found: idle });
    let current = true;
    const timer = setTimeout(async () => {
      const found = await search
        .current(text)
        .then((options): Found => ({ state: "ready", options }))
        .catch((): Found => ({ state: "failed", options: [] }));
      if (current) setAnswer({ text, found });
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);

  if (text === null) return idle;
  if (answer.text === text) return answer.found;
  return { state: "searching", options: answer.found.options };
}
