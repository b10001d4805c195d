"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Warning } from "@/lib/deal/warning/rules";
import type { FieldError } from "@/lib/errors";
import type { Saved } from "@/lib/record/rules";
import type { ResultError } from "@/lib/result";
import type { Draft } from "@/lib/view/draft/schema";
import { type FormContext, findPicks } from "./form-context";
import { readKept, writeKept } from "./kept";
import type { PlaceNames } from "./place-names";
import type { Change } from "./rows";
import { type SaveAnswer, type SaveRecord, warningKey } from "./save-answer";
import { useDraft } from "./use-draft";

export type Kind<Fields, Doc> = {
  /** The form's address without its leading slash; its draft is kept under it. */
  form: string;
  toFields: (doc: Doc) => Fields;
  /** What the room parses. Half typed text goes as it is: the room says what is wrong with it. */
  toInput: (
    fields: Fields,
    version: number | undefined,
    known: ReadonlyMap<string, PickRow>,
  ) => unknown;
  save: SaveRecord<Doc>;
  onSaved: (slug: string) => void;
};

type Conflict<Doc> = Extract<SaveAnswer<Doc>, { state: "conflict" }>;

/** What went wrong with the save as a whole. `unreachable`: the network, or a page older than the server. */
export type Failure =
  | { kind: "refused"; error: ResultError }
  | { kind: "unreachable" | "withdrawn" };

/** One record on a form: what is typed, what it started from, its draft, and how saving it went. */
export function useRecordForm<Fields, Doc extends Saved>({
  kind,
  start,
  base: firstBase,
  known: firstKnown,
  places,
  draft: olderDraft,
  touched: alreadyTouched = false,
}: {
  kind: Kind<Fields, Doc>;
  start: () => Fields;
  base: Doc | null;
  known: PickRow[];
  places: PlaceNames;
  draft: Draft | null;
  /** What it starts with is worth keeping as a draft at once. */
  touched?: boolean;
}) {
  const [fields, setFields] = useState(start);
  const [base, setBase] = useState(firstBase);
  const [known, setKnown] = useState(() => new Map(firstKnown.map((row) => [row.id, row])));
  const [touched, setTouched] = useState(alreadyTouched);
  const [older, setOlder] = useState(olderDraft);
  const [problems, setProblems] = useState<FieldError[]>([]);
  const [warnings, setWarnings] = useState<Warning[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict<Doc> | null>(null);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);

  const draft = useDraft({
    form: kind.form,
    version: base?.version ?? null,
    held: older !== null,
    revision: touched ? fields : null,
    write: () => writeKept({ fields, base, known: [...known.values()] }),
  });

  const change: Change<Fields> = useCallback((update) => {
    setFields(update);
    setTouched(true);
  }, []);

  const learn = useCallback((...rows: PickRow[]) => {
    setKnown((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)]));
  }, []);

  const forget = useCallback((path: string) => {
    setProblems((before) =>
      before.some((problem) => isWithin(problem.path, path))
        ? before.filter((problem) => !isWithin(problem.path, path))
        : before,
    );
  }, []);

  const context: FormContext = useMemo(
    () => ({
      problemOf: (path) => problems.find((problem) => problem.path === path)?.message,
      isTroubled: (path) => problems.some((problem) => isWithin(problem.path, path)),
      forget,
      known,
      learn,
      places,
      find: findPicks,
    }),
    [problems, forget, known, learn, places],
  );

  const settle = (answer: SaveAnswer<Doc>) => {
    switch (answer.state) {
      case "saved":
        return kind.onSaved(answer.slug);
      case "warned":
        return setWarnings(answer.warnings);
      case "conflict":
        learn(...answer.known);
        return setConflict(answer);
      case "withdrawn":
        return setFailure({ kind: "withdrawn" });
      default:
        return answer satisfies never;
    }
  };

  const attempt = async (typed: Fields, version: number | undefined) => {
    const accepted = warnings.map(warningKey);
    const record = kind.toInput(typed, version, known);
    const result = await kind.save({ form: kind.form, record, accepted });
    if (result.ok) {
      settle(result.data);
      return result.data.state === "saved";
    }
    setProblems(result.error.fields.map((field) => ({ ...field, path: bare(field.path) })));
    if (result.error.fields.length === 0) setFailure({ kind: "refused", error: result.error });
    return false;
  };

  const submit = async (typed = fields, version = base?.version) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setProblems([]);
    setFailure(null);
    setConflict(null);
    await draft.pause();
    let saved = false;
    try {
      saved = await attempt(typed, version);
    } catch {
      setFailure({ kind: "unreachable" });
    }
    if (saved) return;
    busy.current = false;
    setPending(false);
    setTouched(true);
    draft.resume();
  };

  return {
    fields,
    change,
    context,
    pending,
    problems,
    warnings,
    failure,
    conflict,
    draft,
    base,
    older,
    /** While nothing was changed there is nothing to lose. */
    touched,
    submit,
    restore: () => {
      const kept = older && readKept<Fields, Doc>(older.payload);
      setOlder(null);
      if (!kept) return;
      setFields(kept.fields);
      setBase(kept.base);
      learn(...kept.known);
      setTouched(true);
    },
    discard: async () => {
      setOlder(null);
      await draft.discard();
    },
    /** The record as both sides' choices make it, on top of what the other one saved. */
    resolve: (merged: Doc, theirs: Doc) => {
      const next = kind.toFields(merged);
      setFields(next);
      setBase(theirs);
      return submit(next, theirs.version);
    },
  };
}

export type RecordForm<Fields, Doc extends Saved> = ReturnType<typeof useRecordForm<Fields, Doc>>;

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}

/** The request wraps the record; its fields do not know. */
function bare(path: string): string {
  return path.replace(/^record\.?/, "");
}
