"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { ResultError } from "@/lib/result";
import { Refusal } from "../record/refusal";
import { useAnswer } from "../record/use-answer";
import { FormDialog } from "../ui/form-dialog";
import type { Addable, AddClaimCommand } from "./add-claim";
import { AddClaimFields } from "./add-claim-fields";
import { claimRequest, firstClaim } from "./claim-draft";

/** What a source says of a field of the record. The dialog waits for the server, and stays when it refuses. */
export function AddDialog({
  addable,
  add,
  onClose,
}: {
  addable: Addable;
  add: AddClaimCommand;
  onClose: () => void;
}) {
  const t = useTranslations("claim.add");
  const answer = useAnswer();
  const [draft, setDraft] = useState(() => firstClaim(addable));
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();

  const submit = () => {
    start(async () => {
      const result = await answer(add(claimRequest(addable.record, draft)));
      if (!result.ok) return setError(result.error);
      toast.success(t("done"));
      onClose();
    });
  };

  return (
    <FormDialog
      title={t("title")}
      confirm={t("save")}
      pending={pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-ink-2">{t("note")}</p>
      {error && <Refusal error={error} onReload={onClose} />}
      <AddClaimFields
        addable={addable}
        draft={draft}
        error={error}
        onChange={(changed) => setDraft({ ...draft, ...changed })}
      />
    </FormDialog>
  );
}
