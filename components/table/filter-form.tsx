import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

export type Choice = { value: string; label: string; chosen: boolean };
export type TextFilter = { name: string; label: string; hint?: string; value: string };
export type ChoiceFilter = { name: string; label: string; choices: Choice[] };

/** A list's filters as a form that needs no script; `kept` are keys of the address that it does not show. */
export function FilterForm({
  action,
  texts,
  choices,
  kept,
}: {
  action: string;
  texts: TextFilter[];
  choices: ChoiceFilter[];
  kept: [string, string][];
}) {
  const t = useTranslations("table");
  return (
    <div className="mb-2.5" data-print="no">
      <Disclosure summary={t("filter")}>
        <form action={action} className="grid gap-4 rounded-lg border border-line bg-raised p-4">
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {texts.map(({ name, label, hint, value }) => (
              <Field key={name} name={name} label={label} hint={hint}>
                {(control) => <TextInput {...control} defaultValue={value} autoComplete="off" />}
              </Field>
            ))}
          </div>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
            {choices.map((filter) => (
              <Choices key={filter.name} {...filter} />
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

function Choices({ name, label, choices }: ChoiceFilter) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-semibold text-ink-3">{label}</legend>
      <div className="max-h-56 overflow-y-auto">
        {choices.map(({ value, label: word, chosen }) => (
          <label key={value} className="flex min-h-6 items-center gap-2 text-sm">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
            <span className="min-w-0 flex-1 truncate">{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
