"use client";

import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import type { Noun, Saved } from "@/lib/record/rules";
import { ConflictPanel } from "./conflict-panel";
import { DraftBanner } from "./draft-banner";
import { FailureNotice } from "./failure-notice";
import { FormProvider } from "./form-context";
import { ProblemSummary } from "./problem-summary";
import { SaveBar } from "./save-bar";
import type { RecordForm } from "./use-record-form";
import { WarningList } from "./warning-list";

/**
 * What the record forms share around their fields: the draft, the problems, the warnings, the conflict and
 * the bar that saves. Enter in a field does not save, so that a slip of the key, or the end of a word in an input
 * method, sends nothing; Ctrl or ⌘ with Enter does.
 */
export function RecordFormFrame<Fields, Doc extends Saved>({
  form,
  noun,
  label,
  save,
  cancelHref,
  rowNames,
  anchorOf = (path) => path,
  dialogs,
  wide = false,
  children,
}: {
  form: RecordForm<Fields, Doc>;
  noun: Noun | "SOURCE";
  label: string;
  save: ReactNode;
  cancelHref: string;
  /** From the id of a row to its name, for the conflict. */
  rowNames?: (doc: Doc) => [string, string][];
  /** The field that stands for another path, where that has no control of its own. */
  anchorOf?: (path: string) => string;
  /** Forms of their own, over this one: they can't stand inside it. */
  dialogs?: ReactNode;
  /** The fields have the whole width of the page. */
  wide?: boolean;
  children: ReactNode;
}) {
  const { conflict, base, context } = form;
  const names = useMemo(() => {
    const records = [...context.known.values()].map(({ id, label }) => [id, label] as const);
    const rows = [base, conflict?.theirs, conflict?.mine].flatMap((doc) =>
      doc ? (rowNames?.(doc) ?? []) : [],
    );
    return new Map([...records, ...rows]);
  }, [context.known, base, conflict, rowNames]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter") return;
    if ((event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    } else if (event.target instanceof HTMLInputElement) {
      event.preventDefault();
    }
  };

  return (
    <FormProvider value={context}>
      <form
        noValidate
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
        onKeyDown={onKeyDown}
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
      >
        {form.older && (
          <DraftBanner
            at={form.older.updatedAt}
            stale={base !== null && form.older.version !== base.version}
            onRestore={form.restore}
            onDiscard={form.discard}
          />
        )}
        <ProblemSummary problems={form.problems} anchorOf={anchorOf} />
        {form.failure && <FailureNotice failure={form.failure} />}
        {conflict && base && (
          <ConflictPanel
            noun={noun}
            base={base}
            theirs={conflict.theirs}
            mine={conflict.mine}
            names={names}
            pending={form.pending}
            onResolve={(merged) => form.resolve(merged, conflict.theirs)}
          />
        )}
        <WarningList warnings={form.warnings} anchorOf={anchorOf} />
        {wide ? (
          children
        ) : (
          <div className="grid max-w-[60rem] grid-cols-[minmax(0,1fr)] gap-5">{children}</div>
        )}
        <SaveBar
          draft={form.draft.state}
          pending={form.pending}
          anyway={form.warnings.length > 0}
          cancelHref={cancelHref}
        >
          {save}
        </SaveBar>
      </form>
      {dialogs}
    </FormProvider>
  );
}
