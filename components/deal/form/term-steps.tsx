"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import { recordable } from "@/lib/payment/rules";
import { stateOf } from "@/lib/payment/term/rules";
import { Disclosure } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { DateField } from "../../record/form/date-field";
import { RowList } from "../../record/form/row-list";
import { rowsOf } from "../../record/form/rows";
import { type Choice, SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { MoneyField } from "./money-field";
import { blankStep, type StepFields } from "./term-fields";
import type { TermProps } from "./term-row";

/** What has happened to a payment: on record to read, and for a new one to be said from the start. */
export function TermSteps(props: TermProps) {
  return props.isRecorded ? <Recorded {...props} /> : <History {...props} />;
}

function Recorded({ term }: TermProps) {
  const t = useTranslations("deal-form");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const steps = [...term.steps, ...term.newSteps];
  if (steps.length === 0) return null;
  const said = steps.map(({ to, on }) =>
    [enums(`paymentState.${to}`), on && formatPartialDate(on, locale)].filter(Boolean).join(" "),
  );
  return (
    <p className="text-xs text-ink-3">
      {t("recorded")} {said.join(" → ")}
    </p>
  );
}

function History({ path, term, sources, onChange }: TermProps) {
  const t = useTranslations("deal-form");
  const { newSteps } = term;
  const rows = rowsOf<StepFields>((update) => onChange({ newSteps: update(newSteps) }));
  const state = stateOf({ initialState: term.initialState, steps: newSteps.map(asStep) });
  const isUntold = newSteps.length === 0;
  return (
    <RowList
      path={`${path}.steps`}
      label={t("steps")}
      rows={newSteps}
      nameOf={(_, index) => t("stepNumber", { number: index + 1 })}
      onRemove={rows.remove}
      labels="all"
      dense
      add={
        <>
          {isUntold && term.initialState === "CONTINGENT" && (
            <>
              <AddButton quiet onClick={() => rows.add(blankStep("TRIGGERED"))}>
                {t("alreadyTriggered")}
              </AddButton>
              <AddButton quiet onClick={() => rows.add(blankStep("TRIGGERED"), blankStep("PAID"))}>
                {t("alreadyPaid")}
              </AddButton>
              <AddButton quiet onClick={() => onChange({ initialState: "UNKNOWN" })}>
                {t("stateUnknown")}
              </AddButton>
            </>
          )}
          {isUntold && term.initialState === "UNKNOWN" && (
            <AddButton quiet onClick={() => onChange({ initialState: "CONTINGENT" })}>
              {t("stateContingent")}
            </AddButton>
          )}
          {!isUntold && recordable(state)[0] && (
            <AddButton quiet onClick={() => rows.add(blankStep(recordable(state)[0] ?? "PAID"))}>
              {t("step")}
            </AddButton>
          )}
        </>
      }
    >
      {(step, index) => (
        <StepRow
          path={`${path}.steps.${term.steps.length + index}`}
          step={step}
          from={newSteps[index - 1]?.to ?? term.initialState}
          usual={term.currency}
          sources={sources}
          onChange={(patch) => rows.patch(step.id, patch)}
        />
      )}
    </RowList>
  );
}

/** The state that a list of steps leads to depends on where each goes alone. */
function asStep({ id: _, actual: __, ...step }: StepFields) {
  return { ...step, actualAmount: null, actualCurrency: null };
}

function StepRow({
  path,
  step,
  from,
  usual,
  sources,
  onChange,
}: {
  path: string;
  step: StepFields;
  from: StepFields["to"];
  usual: string | null;
  sources: Choice<string>[];
  onChange: (patch: Partial<StepFields>) => void;
}) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const states = [...new Set([...recordable(from), step.to])];
  const isPaid = step.to === "PAID";
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2 border-l-2 border-line pl-3 lg:grid-cols-5">
      <SelectField
        path={`${path}.to`}
        label={t("state")}
        value={step.to}
        choices={choices("paymentState", states)}
        onChange={(to) => onChange({ to })}
      />
      <DateField
        path={`${path}.on`}
        label={t("stateOn")}
        value={step.on}
        onChange={(on) => onChange({ on })}
      />
      {(isPaid || step.actual) && (
        <>
          <MoneyField
            path={`${path}.actualAmount`}
            standsFor={[`${path}.actualCurrency`]}
            label={t("actual")}
            placeholder={t("actualPlaceholder")}
            value={step.actual}
            usual={usual}
            onChange={(actual) =>
              onChange({ actual, actualDisclosure: actual.trim() ? "EXACT" : "NOT_RESEARCHED" })
            }
          />
          <SelectField
            path={`${path}.actualDisclosure`}
            label={t("disclosure")}
            value={step.actualDisclosure}
            choices={choices("disclosure", Object.values(Disclosure))}
            onChange={(actualDisclosure) => onChange({ actualDisclosure })}
          />
        </>
      )}
      {sources.length > 0 && (
        <SelectField
          path={`${path}.sourceId`}
          label={t("source")}
          value={step.sourceId}
          choices={sources}
          onChange={(sourceId) => onChange({ sourceId })}
          blank={{ label: t("noSource"), onChange: () => onChange({ sourceId: null }) }}
        />
      )}
      <TextField
        path={`${path}.note`}
        label={t("note")}
        value={step.note}
        onChange={(note) => onChange({ note })}
        className="col-span-2"
      />
    </div>
  );
}
