"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState, useTransition } from "react";
import type { Batch, BatchNoun } from "@/lib/bulk/dto";
import type { ResultError } from "@/lib/result";
import { type Selection, sizeOf } from "../grid/selection";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { BatchProgress } from "./batch-progress";
import { type EditKind, firstDraft, toEdit } from "./edit-draft";
import { EditFields } from "./edit-fields";
import { EditForm } from "./edit-form";
import { TallyList } from "./tally-list";
import { type BatchActions, useBatch } from "./use-batch";
import { useBatchToast } from "./use-batch-toast";

/** One change for all that is selected: what it is, then what it would do, then doing it. */
export function EditDialog({
  selection,
  kind,
  actions,
  onClose,
  onDone,
}: {
  selection: Selection;
  kind: EditKind;
  actions: BatchActions;
  onClose: () => void;
  /** Something was changed: what is selected may not match any more. */
  onDone: () => void;
}) {
  const t = useTranslations("bulk");
  const noun = kind === "trigger" ? "PAYMENT" : "DEAL";
  const batch = useBatch(actions);
  const toast = useBatchToast(batch);
  const [draft, setDraft] = useState(() => firstDraft(kind));
  const [seen, setSeen] = useState<Batch | null>(null);
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();
  const forget = useCallback(() => setError(null), []);

  const preview = () =>
    start(async () => {
      const result = await batch.answer(actions.preview({ selection, edit: toEdit(draft) }));
      setError(result.ok ? null : result.error);
      setSeen(result.ok ? result.data : null);
    });
  const apply = (ref: Batch) =>
    start(async () => {
      const result = await batch.apply({ id: ref.id });
      if (!result.ok) return setError(result.error);
      toast.done(result.data);
      onDone();
      onClose();
    });
  const close = () => {
    batch.stop();
    onClose();
  };

  return (
    <Dialog
      open
      onClose={close}
      title={t("title", { noun, count: seen?.total ?? sizeOf(selection) })}
    >
      <EditForm
        error={error}
        onForget={forget}
        onSubmit={() => {
          if (pending) return;
          if (seen) apply(seen);
          else preview();
        }}
      >
        {batch.running && <BatchProgress batch={batch.running} />}
        {!batch.running && seen && <Preview batch={seen} />}
        {!seen && (
          <EditFields draft={draft} put={(patch) => setDraft((now) => ({ ...now, ...patch }))} />
        )}
        <Buttons
          noun={noun}
          step={batch.running ? "running" : seen ? "seen" : "asked"}
          count={seen?.tally.change.count ?? 0}
          pending={pending}
          onLeave={batch.running ? batch.stop : seen ? () => setSeen(null) : close}
        />
      </EditForm>
    </Dialog>
  );
}

function Preview({ batch }: { batch: Batch }) {
  const t = useTranslations("bulk");
  return (
    <div role="status">
      <p className="mb-2 text-ink-2">{t("previewNote")}</p>
      <TallyList noun={batch.noun} tally={batch.tally} when="before" />
    </div>
  );
}

/** Leave, go back or stop; and the one that goes on. */
function Buttons({
  noun,
  step,
  count,
  pending,
  onLeave,
}: {
  noun: BatchNoun;
  step: "asked" | "seen" | "running";
  count: number;
  pending: boolean;
  onLeave: () => void;
}) {
  const t = useTranslations("bulk");
  return (
    <div className="mt-2 flex flex-wrap justify-end gap-2">
      <Button onClick={onLeave}>{t(`leave.${step}`)}</Button>
      {(step === "asked" || count > 0) && (
        <Button type="submit" variant="primary" pending={pending}>
          {step === "asked" ? t("preview") : t("apply", { noun, count })}
        </Button>
      )}
    </div>
  );
}
