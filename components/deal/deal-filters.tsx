import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

export type FacetChoice = { value: string; label: string; count: number; chosen: boolean };

/** The filters as a form that needs no script; `kept` are the keys that it does not show. */
export function DealFilters({
  facets,
  texts,
  kept,
}: {
  facets: { key: string; choices: FacetChoice[] }[];
  texts: Record<string, string>;
  kept: [string, string][];
}) {
  const t = useTranslations("deals");
  const text = (name: string, hint?: string) => (
    <Field name={name} label={t(`filters.${name}`)} hint={hint}>
      {(control) => <TextInput {...control} defaultValue={texts[name]} autoComplete="off" />}
    </Field>
  );
  return (
    <div className="mb-2.5" data-print="no">
      <Disclosure summary={t("filter")}>
        <form action="/deals" className="grid gap-4 rounded-lg border border-line bg-raised p-4">
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {text("q")}
            {text("announced_from", t("dateHint"))}
            {text("announced_to", t("dateHint"))}
            {text("company", t("slugHint"))}
            {text("upfront_min", t("usdHint"))}
            {text("upfront_max", t("usdHint"))}
            {text("headline_min", t("usdHint"))}
            {text("headline_max", t("usdHint"))}
          </div>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
            {facets.map(({ key, choices }) => (
              <Facet key={key} name={key} legend={t(`filters.${key}`)} choices={choices} />
            ))}
          </div>
          <div>
            <Button type="submit" variant="primary">
              {t("apply")}
            </Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}

function Facet({
  name,
  legend,
  choices,
}: {
  name: string;
  legend: ReactNode;
  choices: FacetChoice[];
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-semibold text-ink-3">{legend}</legend>
      <div className="max-h-56 overflow-y-auto">
        {choices.map(({ value, label, count, chosen }) => (
          <label key={value} className="flex min-h-6 items-center gap-2 text-sm">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
            <span className="min-w-0 flex-1 truncate">{label}</span>
            <span className="text-ink-3 tabular-nums">{count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
