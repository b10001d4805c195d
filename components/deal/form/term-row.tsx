"use client";

import { useLocale, useTranslations } from "next-intl";
import { currencies } from "@/lib/money/schema";
import { typedTerm } from "@/lib/money/typed/rules";
import { Disclosure, MilestoneCategory, TermKind } from "@/prisma/generated/enums";
import { type Choice, SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { readAmount } from "./read-amount";
import { type TermFields, withAmount } from "./term-fields";
import { TermMore } from "./term-more";
import { TermSteps } from "./term-steps";

export type TermProps = {
  path: string;
  term: TermFields;
  pools: Choice<string>[];
  events: Choice<string>[];
  sources: Choice<string>[];
  isRecorded: boolean;
  onChange: (patch: Partial<TermFields>) => void;
};

/** What people pay in first; every other currency follows in the alphabet. */
const usual = ["USD", "EUR", "JPY", "CNY", "HKD", "GBP", "CHF", "KRW", "TWD"];
const currencyChoices: Choice<string>[] = [...new Set([...usual, ...currencies])].map((value) => ({
  value,
  label: value,
}));

const milestones: readonly TermKind[] = ["MILESTONE", "MILESTONE_POOL", "NEAR_TERM"];

/** One payment: its kind and its amount first, then what sets it off, the rest folded. */
export function TermRow(props: TermProps) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const { path, term, onChange } = props;
  const isMilestone = milestones.includes(term.kind);
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-[1.2fr_1.4fr_6rem_9rem]">
        <SelectField
          path={`${path}.kind`}
          label={t("termKind")}
          value={term.kind}
          choices={choices("termKind", Object.values(TermKind))}
          onChange={(kind) => onChange({ kind })}
          className="max-sm:col-span-2"
        />
        <AmountField {...props} />
        <SelectField
          path={`${path}.currency`}
          label={t("currency")}
          value={term.currency}
          choices={currencyChoices}
          onChange={(currency) => onChange({ currency })}
          blank={{ label: t("none"), onChange: () => onChange({ currency: null }) }}
        />
        <SelectField
          path={`${path}.disclosure`}
          label={t("disclosure")}
          value={term.disclosure}
          choices={choices("disclosure", Object.values(Disclosure))}
          onChange={(disclosure) => onChange({ disclosure })}
        />
      </div>
      <div className="grid gap-x-3 gap-y-2 sm:grid-cols-[1.2fr_1.4fr_15.75rem]">
        <TextField
          path={`${path}.trigger`}
          label={t("trigger")}
          placeholder={t(isMilestone ? "triggerMilestone" : "triggerOther")}
          value={term.trigger}
          onChange={(trigger) => onChange({ trigger })}
          className="sm:col-span-2"
        />
        {(isMilestone || term.category) && (
          <SelectField
            path={`${path}.category`}
            label={t("category")}
            value={term.category}
            choices={choices("milestoneCategory", Object.values(MilestoneCategory))}
            onChange={(category) => onChange({ category })}
            blank={{ label: t("notStated"), onChange: () => onChange({ category: null }) }}
          />
        )}
      </div>
      <TermSteps {...props} />
      <TermMore {...props} />
    </div>
  );
}

/** Typed as people type it, and read back in full: "400m" is said to be US$400,000,000. */
function AmountField({ path, term, onChange }: TermProps) {
  const t = useTranslations("deal-form");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const { problem } = typedTerm(term.amount);
  const word = (key: string) => enums(`amountWord.${key}`);
  return (
    <TextField
      path={`${path}.max`}
      standsFor={[`${path}.min`]}
      label={t("amount")}
      placeholder="400m, US$1.13bn, 4億円"
      value={term.amount}
      onChange={(amount) => onChange(withAmount(term, amount))}
      echo={problem ? t("notRead") : `= ${readAmount(term, locale, { said: enums, word })}`}
      className="max-sm:col-span-2"
    />
  );
}
