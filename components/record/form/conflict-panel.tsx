"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Change } from "@/lib/history/rules";
import { applyChanges, type Clash, mergeOf, takeMine } from "@/lib/record/merge/rules";
import type { Noun, Saved } from "@/lib/record/rules";
import { useWords } from "../../history/use-words";
import { Button } from "../../ui/button";
import { asDoc, asJson } from "./json-doc";

type Side = "mine" | "theirs";

/**
 * Somebody else saved first. What only one of the two changed stands; what both changed is asked, field by
 * field. Saving goes on top of theirs.
 */
export function ConflictPanel<Doc extends Saved>({
  noun,
  base,
  theirs,
  mine,
  names,
  pending,
  onResolve,
}: {
  noun: Noun | "SOURCE";
  base: Doc;
  theirs: Doc;
  mine: Doc;
  /** From id to name, for the companies, assets and rows that the changes speak of. */
  names: ReadonlyMap<string, string>;
  pending: boolean;
  onResolve: (merged: Doc) => void;
}) {
  const t = useTranslations("record-form.conflict");
  const box = useRef<HTMLDivElement>(null);
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  useEffect(() => box.current?.focus(), []);

  const merge = mergeOf(asJson(base), asJson(theirs), asJson(mine));
  const sideOf = ({ unit }: Clash) => sides.get(unit) ?? "mine";
  const all = (side: Side) => setSides(new Map(merge.clashes.map(({ unit }) => [unit, side])));

  const resolve = () => {
    const kept = merge.clashes.filter((clash) => sideOf(clash) === "mine");
    const merged = takeMine(applyChanges(asJson(theirs), merge.onlyMine), asJson(mine), kept);
    onResolve(asDoc<Doc>(merged, theirs));
  };

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="conflict"
      className="grid gap-3 rounded-lg border border-seal bg-raised px-4 py-3.5 text-sm outline-none"
    >
      <div>
        <h2 id="conflict">{t("title")}</h2>
        <p className="max-w-prose text-ink-2">
          {t("note", { clashes: merge.clashes.length, theirs: merge.onlyTheirs.length })}
        </p>
      </div>
      {merge.clashes.length > 1 && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => all("mine")}>
            {t("allMine")}
          </Button>
          <Button size="sm" onClick={() => all("theirs")}>
            {t("allTheirs")}
          </Button>
        </div>
      )}
      {merge.clashes.map((clash) => (
        <ClashChoice
          key={clash.unit}
          noun={noun}
          clash={clash}
          names={names}
          side={sideOf(clash)}
          onChoose={(side) => setSides(new Map([...sides, [clash.unit, side]]))}
        />
      ))}
      {merge.onlyTheirs.length > 0 && (
        <div className="border-t border-line pt-2">
          <h3>{t("alsoTheirs")}</h3>
          <Sayings noun={noun} changes={merge.onlyTheirs} names={names} />
        </div>
      )}
      <div>
        <Button variant="primary" pending={pending} onClick={resolve}>
          {t("save")}
        </Button>
      </div>
    </section>
  );
}

type Naming = { noun: Noun | "SOURCE"; names: ReadonlyMap<string, string> };

function ClashChoice({
  noun,
  clash,
  names,
  side,
  onChoose,
}: Naming & { clash: Clash; side: Side; onChoose: (side: Side) => void }) {
  const t = useTranslations("record-form.conflict");
  const words = useWords(noun, names);
  const [first] = clash.mine;
  const isOne = clash.mine.length === 1 && clash.theirs.length === 1;
  const { rows, leaf } = words.label(isOne && first ? first.path : clash.unit);
  const title = [...rows, leaf === "amount" ? t("amount") : leaf].filter(Boolean).join(" › ");
  return (
    <fieldset className="border-t border-line pt-2">
      <legend className="float-left mb-1 w-full font-[560]">{title}</legend>
      <div className="clear-both grid gap-2 sm:grid-cols-2">
        {(["theirs", "mine"] as const).map((each) => (
          <label
            key={each}
            className="flex items-start gap-2 rounded-md border border-line-strong px-3 py-2 has-checked:border-indigo has-checked:bg-indigo-soft"
          >
            <input
              type="radio"
              name={`conflict-${clash.unit}`}
              checked={side === each}
              onChange={() => onChoose(each)}
              className="mt-1 size-4 shrink-0"
            />
            <span className="min-w-0">
              <span className="block text-xs text-ink-2">{t(each)}</span>
              <Sayings
                noun={noun}
                changes={clash[each]}
                names={names}
                labels={isOne ? "none" : "leaf"}
              />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What became of each field; without its row, or without any name, where that is said above. */
function Sayings({
  noun,
  changes,
  names,
  labels = "all",
}: Naming & { changes: Change[]; labels?: "all" | "leaf" | "none" }) {
  const t = useTranslations("record-form.conflict");
  const words = useWords(noun, names);
  const labelOf = (path: string) => {
    const { rows, leaf } = words.label(path);
    if (labels === "none") return "";
    return (labels === "leaf" ? [leaf] : [...rows, leaf]).filter(Boolean).join(" › ");
  };
  return (
    <span className="grid">
      {changes.map(({ path, after }) => {
        const label = labelOf(path);
        return (
          <span key={path} className="whitespace-pre-line">
            {label && <span className="text-ink-3">{label}: </span>}
            {after === null ? t("removed") : words.value(path, after)}
          </span>
        );
      })}
    </span>
  );
}
