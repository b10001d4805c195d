import type { ReactNode } from "react";
import { cx } from "./cx";

export type Fact = { term: ReactNode; value: ReactNode; key?: string };

/** Facts with their names: `rows` under one another, or `strip` side by side between rules. */
export function DefinitionList({
  facts,
  look = "rows",
}: {
  facts: Fact[];
  look?: "rows" | "strip";
}) {
  return (
    <dl className={look === "rows" ? rows.list : strip.list}>
      {facts.map((fact) => (
        <div
          key={fact.key ?? String(fact.term)}
          className={cx((look === "rows" ? rows : strip).fact)}
        >
          <dt className="text-xs text-ink-3">{fact.term}</dt>
          <dd className={(look === "rows" ? rows : strip).value}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

const rows = {
  list: "grid text-sm",
  fact: "grid grid-cols-[minmax(7rem,10rem)_1fr] items-baseline gap-3 border-t border-line py-2 first:border-t-0",
  value: "min-w-0",
};

const strip = {
  list: "grid grid-cols-[repeat(auto-fit,minmax(min(9.5rem,50%),1fr))] overflow-hidden",
  fact: "-mt-px -ml-px border-t border-l border-line px-4 py-2.5",
  value: "text-sm font-[560]",
};
