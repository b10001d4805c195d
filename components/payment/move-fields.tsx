"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoney, typedAmount } from "@/lib/money/rules";
import { currencies } from "@/lib/money/schema";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import type { ResultError } from "@/lib/result";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { TextArea } from "../ui/text-area";
import { TextInput } from "../ui/text-input";
import type { Choice, Movable } from "./move-payment";
import { disclosureIn, newSource, type StepDraft, stateIn, withAmount } from "./step-draft";

type Props = {
  payment: Movable;
  sources: Choice[];
  disclosures: Choice[];
  draft: StepDraft;
  error: ResultError | null;
  onChange: (changed: Partial<StepDraft>) => void;
};

/** A saved step is refused by the path of the whole deal (`terms.2.steps.1.on`): its end names the field. */
function problemOf(error: ResultError | null, field: string): string | undefined {
  return error?.fields.find(({ path }) => path.split(".").at(-1) === field)?.message;
}

export function MoveFields(props: Props) {
  const t = useTranslations("payment.move");
  const { payment, draft, error, onChange } = props;
  const again = payment.from === "PAID";
  const revives = payment.from === "LAPSED";
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="to" label={t("to")} hint={t("toHint")} error={problemOf(error, "to")} required>
          {(control) => (
            <Select
              {...control}
              value={draft.to}
              onChange={({ target }) => onChange({ to: stateIn(target.value) })}
            >
              <Options choices={payment.next} blank={t("choose")} />
            </Select>
          )}
        </Field>
        <DayField {...props} />
      </div>
      <AmountFields {...props} />
      <SourceFields {...props} />
      <Field
        name="note"
        label={again ? t("againNote") : revives ? t("reason") : t("note")}
        hint={again ? t("againHint") : revives ? t("reasonHint") : undefined}
        error={problemOf(error, "note")}
        required={revives || again}
        optional={!revives && !again}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={1000}
            className="min-h-16"
            value={draft.note}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function Options({ choices, blank }: { choices: Choice[]; blank?: string }) {
  return (
    <>
      {blank !== undefined && <option value="">{blank}</option>}
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}

function DayField({ draft, error, onChange }: Props) {
  const t = useTranslations("payment.move");
  const locale = useLocale();
  const read = draft.on.trim() === "" ? null : partialDate.safeParse(draft.on);
  return (
    <Field name="on" label={t("on")} hint={t("onHint")} error={problemOf(error, "on")} optional>
      {(control) => (
        <>
          <TextInput
            {...control}
            autoComplete="off"
            placeholder="2024-11-22"
            value={draft.on}
            onChange={({ target }) => onChange({ on: target.value })}
          />
          {!problemOf(error, "on") && (
            <Echo text={read?.success ? formatPartialDate(read.data, locale) : null} />
          )}
        </>
      )}
    </Field>
  );
}

/** What was understood of what was typed. */
function Echo({ text }: { text: string | null }) {
  return (
    <output className="block min-h-4.5 text-xs text-ink-2 tabular-nums">
      {text && `= ${text}`}
    </output>
  );
}

function AmountFields({ payment, disclosures, draft, error, onChange }: Props) {
  const t = useTranslations("payment.move");
  const locale = useLocale();
  const { amount, currency, problem } = typedAmount(draft.amount);
  const code = currency ?? draft.currency;
  const again = payment.from === "PAID";
  const echo = amount && formatMoney(amount, code || null, locale) + (code && ` · ${code}`);
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_7rem_1fr]">
      <Field
        name="actualAmount"
        label={again ? t("inAll") : t("amount")}
        error={problemOf(error, "actualAmount")}
        required={again}
        optional={!again}
      >
        {(control) => (
          <>
            <TextInput
              {...control}
              inputMode="text"
              autoComplete="off"
              placeholder="35m, 4億円"
              value={draft.amount}
              onChange={({ target }) => onChange(withAmount(draft, target.value))}
            />
            {!problemOf(error, "actualAmount") && <Echo text={problem ? null : echo} />}
          </>
        )}
      </Field>
      <Field name="actualCurrency" label={t("currency")} error={problemOf(error, "actualCurrency")}>
        {(control) => (
          <Select
            {...control}
            value={code}
            disabled={currency !== null}
            onChange={({ target }) => onChange({ currency: target.value })}
          >
            <option value="">{t("choose")}</option>
            {[...currencies].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="actualDisclosure"
        label={t("howSaid")}
        error={problemOf(error, "actualDisclosure")}
      >
        {(control) => (
          <Select
            {...control}
            value={draft.disclosure}
            onChange={({ target }) => onChange({ disclosure: disclosureIn(target.value) })}
          >
            <Options choices={disclosures} />
          </Select>
        )}
      </Field>
    </div>
  );
}

function SourceFields({ sources, draft, error, onChange }: Props) {
  const t = useTranslations("payment.move");
  return (
    <>
      <Field name="sourceId" label={t("source")} error={problemOf(error, "sourceId")}>
        {(control) => (
          <Select
            {...control}
            value={draft.source}
            onChange={({ target }) => onChange({ source: target.value })}
          >
            <Options
              choices={[...sources, { value: newSource, label: t("newSource") }]}
              blank={t("noSource")}
            />
          </Select>
        )}
      </Field>
      {draft.source === newSource && (
        <Field name="sourceUrl" label={t("url")} error={problemOf(error, "sourceUrl")} required>
          {(control) => (
            <TextInput
              {...control}
              type="url"
              placeholder="https://"
              value={draft.url}
              onChange={({ target }) => onChange({ url: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
