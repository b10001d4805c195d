import { useEffect, useRef, useState } from "react";
import type { FoundRow, PickNoun } from "@/lib/catalogue/search/schema";
import { findRecords } from "../search/find";
import { useFoundOption } from "../search/use-found-option";
import type { Option } from "../ui/use-options";

type Answer = {
  state: "idle" | "searching" | "failed" | "ready";
  items: FoundRow[];
  instead: string | null;
};

const nothing: Answer = { state: "idle", items: [], instead: null };

/** How long nothing more is typed before the server is asked. */
const pauseMs = 120;

/**
 * What is found for a text, by noun: the noun of the best hit first. While an answer is awaited the last one stays.
 * Null asks nothing and changes nothing: an input method still composes.
 */
export function usePaletteSearch(text: string | null) {
  const toOption = useFoundOption();
  const [answer, setAnswer] = useState(nothing);
  const asked = useRef(0);

  useEffect(() => {
    if (text === null) return;
    const turn = ++asked.current;
    if (text === "") return setAnswer(nothing);
    setAnswer((last) => ({ ...last, state: "searching" }));
    const timer = setTimeout(async () => {
      const next = await findRecords(text).then(
        (found): Answer => ({ state: "ready", ...found }),
        (): Answer => ({ ...nothing, state: "failed" }),
      );
      if (asked.current === turn) setAnswer(next);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  const byNoun = new Map<PickNoun, Option[]>();
  for (const row of answer.items) {
    byNoun.set(row.noun, [...(byNoun.get(row.noun) ?? []), toOption(row)]);
  }
  const groups = [...byNoun].map(([noun, records]) => ({ noun, records }));
  return { ...answer, groups, count: answer.items.length };
}
