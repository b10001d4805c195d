"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import type { Candidate, CandidatePair } from "@/lib/quality/duplicate/dto";
import type { MergeInput, PairInput } from "@/lib/quality/merge/schema";
import type { Noun } from "@/lib/record/rules";
import type { Result } from "@/lib/result";
import { ReasonDialog } from "../record/reason-dialog";
import { useAnswer } from "../record/use-answer";
import { Button } from "../ui/button";
import { TextLink } from "../ui/text-link";

type Commands = {
  merge: (input: MergeInput) => Promise<Result<{ id: string }>>;
  keepApart: (input: PairInput) => Promise<Result<void>>;
};
type Props = { noun: Noun; pairs: CandidatePair[]; mayMerge: boolean } & Commands;

const lists = { COMPANY: "companies", ASSET: "assets", DEAL: "deals" } as const;

/** Records that may be one, each pair side by side. */
export function PairList({ noun, pairs, mayMerge, ...commands }: Props) {
  const t = useTranslations("duplicates");
  return (
    <section aria-labelledby={`pairs-${noun}`} className="grid gap-3">
      <h2 id={`pairs-${noun}`} className="text-base font-[560]">
        {t(`nouns.${noun}`)} <span className="text-ink-2">({pairs.length})</span>
      </h2>
      {pairs.length === 0 && <p className="text-sm text-ink-2">{t("none")}</p>}
      {pairs.map((pair) => (
        <Pair key={`${pair[0].id} ${pair[1].id}`} pair={pair} mayMerge={mayMerge} {...commands} />
      ))}
    </section>
  );
}

function Pair({
  pair,
  mayMerge,
  merge,
  keepApart,
}: Omit<Props, "noun" | "pairs"> & { pair: CandidatePair }) {
  const t = useTranslations("duplicates");
  const answer = useAnswer();
  const [pending, start] = useTransition();
  const [one, two] = pair;
  const apart = () =>
    start(async () => {
      const result = await answer(keepApart({ noun: one.noun, ids: [one.id, two.id] }));
      if (result.ok) toast.success(t("keptApart"));
      else toast.error(result.error.message);
    });
  return (
    <article className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
        <Side record={one} other={two} mayMerge={mayMerge} merge={merge} />
        <Side record={two} other={one} mayMerge={mayMerge} merge={merge} />
      </div>
      {mayMerge && (
        <div>
          <Button size="sm" pending={pending} onClick={apart}>
            {t("notDuplicate")}
            <span className="sr-only">: {`${one.name} – ${two.name}`}</span>
          </Button>
        </div>
      )}
    </article>
  );
}

/** One of two: what tells it from the other, and the button that keeps it. */
function Side({
  record,
  other,
  mayMerge,
  merge,
}: {
  record: Candidate;
  other: Candidate;
  mayMerge: boolean;
  merge: Commands["merge"];
}) {
  const t = useTranslations("duplicates");
  const act = async (reason: string): Promise<Result<void>> => {
    const { noun } = record;
    const kept = { id: record.id, version: record.version };
    const result = await merge({
      noun,
      kept,
      merged: { id: other.id, version: other.version },
      reason,
    });
    return result.ok ? { ok: true, data: undefined } : result;
  };
  return (
    <div className="grid content-start gap-2 text-sm">
      <TextLink href={`/${lists[record.noun]}/${record.slug}`}>{record.name}</TextLink>
      {record.facts.length > 0 && <p className="break-words">{record.facts.join(" · ")}</p>}
      {record.otherNames.length > 0 && (
        <p className="text-xs break-words text-ink-2">{record.otherNames.join(" · ")}</p>
      )}
      <p className="text-xs text-ink-2">
        {t(record.noun === "DEAL" ? "payments" : "deals", { count: record.uses })}
      </p>
      {mayMerge && (
        <div>
          <ReasonDialog
            trigger={t("keep", { name: record.name })}
            variant="plain"
            title={t("mergeTitle", { kept: record.name, merged: other.name })}
            text={t("mergeText")}
            confirm={t("merge")}
            done={t("merged")}
            act={act}
          />
        </div>
      )}
    </div>
  );
}
