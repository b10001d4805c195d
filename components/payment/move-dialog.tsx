"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { ResultError } from "@/lib/result";
import { Refusal } from "../record/refusal";
import { useAnswer } from "../record/use-answer";
import { FormDialog } from "../ui/form-dialog";
import { MoveFields } from "./move-fields";
import type { Choice, Movable, RecordStep } from "./move-payment";
import { firstStep, lacksAddress, stepRequest } from "./step-draft";

/** Money is never shown as moved before the server says so: the dialog waits, and stays when it refuses. */
export function MoveDialog({
  payment,
  sources,
  disclosures,
  record,
  onClose,
}: {
  payment: Movable;
  sources: Choice[];
  disclosures: Choice[];
  record: RecordStep;
  onClose: () => void;
}) {
  const t = useTranslations("payment.move");
  const answer = useAnswer();
  const [draft, setDraft] = useState(() => firstStep(payment));
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();

  const submit = () => {
    if (lacksAddress(draft)) {
      const fields = [{ path: "sourceUrl", message: t("urlMissing") }];
      return setError({ code: "INVALID", message: t("urlMissing"), fields });
    }
    start(async () => {
      const result = await answer(record(stepRequest(payment, draft)));
      if (!result.ok) return setError(result.error);
      const state = payment.next.find(({ value }) => value === draft.to)?.label ?? draft.to;
      toast.success(t("done", { name: payment.name, state }));
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
      <p className="text-ink-2">{t("now", { name: payment.name, state: payment.fromLabel })}</p>
      {error && <Refusal error={error} onReload={onClose} />}
      <MoveFields
        payment={payment}
        sources={sources}
        disclosures={disclosures}
        draft={draft}
        error={error}
        onChange={(changed) => setDraft({ ...draft, ...changed })}
      />
    </FormDialog>
  );
}
