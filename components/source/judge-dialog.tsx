"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { claimVerdicts, defeats } from "@/lib/record/claim/schema";
import type { ResultError } from "@/lib/result";
import { Refusal } from "../record/refusal";
import { useAnswer } from "../record/use-answer";
import { Field } from "../ui/field";
import { FormDialog } from "../ui/form-dialog";
import { Select } from "../ui/select";
import { TextArea } from "../ui/text-area";
import type { Judge, Judged } from "./judge-claim";

/** Accept, reject or withdraw, and why. The dialog waits for the server, and stays when it refuses. */
export function JudgeDialog({
  claim,
  judge,
  onClose,
}: {
  claim: Judged;
  judge: Judge;
  onClose: () => void;
}) {
  const t = useTranslations("claim.judge");
  const answer = useAnswer();
  const verdicts = claimVerdicts.filter((verdict) => verdict !== claim.status);
  const [verdict, setVerdict] = useState<(typeof claimVerdicts)[number]>(
    verdicts[0] ?? "WITHDRAWN",
  );
  const [others, setOthers] = useState<(typeof defeats)[number]>("REJECTED");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();
  const wrong = error?.fields.find(({ path }) => path === "reason")?.message;

  const submit = () => {
    start(async () => {
      const request = { ...claim.record, claimId: claim.id, verdict, others, reason };
      const result = await answer(judge(request));
      if (!result.ok) return setError(result.error);
      const { effect } = result.data;
      const say = effect === "byHand" ? toast.warning : toast.success;
      say(t(`done.${verdict}.${effect}`, { field: claim.field }));
      onClose();
    });
  };

  return (
    <FormDialog
      title={t("title", { field: claim.field })}
      confirm={t("save")}
      pending={pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-ink-2">{claim.words}</p>
      {error && !wrong && <Problem error={error} onReload={onClose} />}
      <Field name="verdict" label={t("verdict")} hint={t(`hint.${verdict}`)}>
        {(control) => (
          <Choose
            control={control}
            value={verdict}
            values={verdicts}
            onChange={setVerdict}
            word={(each) => t(`verdicts.${each}`)}
          />
        )}
      </Field>
      {verdict === "ACCEPTED" && claim.opposed && (
        <Field name="others" label={t("others")}>
          {(control) => (
            <Choose
              control={control}
              value={others}
              values={defeats}
              onChange={setOthers}
              word={(each) => t(`defeats.${each}`)}
            />
          )}
        </Field>
      )}
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} error={wrong} required>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** A rule of the record that the value breaks names its field, which has no control here. */
function Problem({ error, onReload }: { error: ResultError; onReload: () => void }) {
  const [first] = error.fields;
  const message = first ? `${error.message}: ${first.message}` : error.message;
  return <Refusal error={{ ...error, message }} onReload={onReload} />;
}

function Choose<V extends string>({
  control,
  value,
  values,
  onChange,
  word,
}: {
  control: object;
  value: V;
  values: readonly V[];
  onChange: (value: V) => void;
  word: (value: V) => string;
}) {
  return (
    <Select
      {...control}
      value={value}
      onChange={({ target }) => {
        const chosen = values.find((each) => each === target.value);
        if (chosen) onChange(chosen);
      }}
    >
      {values.map((each) => (
        <option key={each} value={each}>
          {word(each)}
        </option>
      ))}
    </Select>
  );
}
