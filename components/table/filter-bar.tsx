import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { FilterMenu } from "./filter-menu";
import { SoftForm, type Usual } from "./soft-form";

export type Choice = { value: string; label: string; count?: number; chosen: boolean };
export type TextFilter = { name: string; label: string; hint?: string; value: string };
/** `shapes`: it chooses columns and no rows, so it never counts as a filter that is on. */
export type ChoiceFilter = { name: string; label: string; choices: Choice[]; shapes?: boolean };
/** One of few values; the first is what an absent key means. */
export type SelectFilter = {
  name: string;
  label: string;
  value: string;
  options: [string, string][];
};

/** A list's filters as one form that needs no script; `kept` are keys of the address that it does not show. */
export function FilterBar({
  action,
  search,
  texts,
  selects,
  choices,
  kept,
  usual,
  children,
}: {
  action: string;
  search: TextFilter;
  texts: TextFilter[];
  selects: SelectFilter[];
  choices: ChoiceFilter[];
  kept: [string, string][];
  usual: Usual;
  /** What stands at the end of the bar. */
  children?: ReactNode;
}) {
  const t = useTranslations("table");
  return (
    <SoftForm
      action={action}
      usual={usual}
      className="mb-2.5 flex flex-wrap items-center gap-2 print:hidden"
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="relative w-full sm:w-56">
        <input
          type="search"
          name={search.name}
          defaultValue={search.value}
          aria-label={search.label}
          placeholder={search.label}
          autoComplete="off"
          className="control min-h-7.5 py-0.5 pr-8 text-sm"
        />
        <IconButton
          label={t("search")}
          type="submit"
          className="absolute inset-y-0 right-0 h-full w-8"
        >
          <Search className="size-3.5" aria-hidden="true" />
        </IconButton>
      </div>
      {choices.map((filter) => filter.shapes || <ChoiceMenu key={filter.name} {...filter} />)}
      {texts.length + selects.length > 0 && (
        <FilterMenu
          wide
          id="filter-more"
          label={t("more")}
          chosen={texts.filter(({ value }) => value !== "").length}
        >
          <div className="grid gap-3 sm:grid-cols-2">
            {texts.map(({ name, label, hint, value }) => (
              <Field key={name} name={name} label={label} hint={hint}>
                {(control) => <TextInput {...control} defaultValue={value} autoComplete="off" />}
              </Field>
            ))}
            {selects.map((select) => (
              <OneOf key={select.name} {...select} />
            ))}
          </div>
        </FilterMenu>
      )}
      {choices.map((filter) => filter.shapes && <ChoiceMenu key={filter.name} {...filter} />)}
      {children}
    </SoftForm>
  );
}

function ChoiceMenu({ name, label, choices, shapes }: ChoiceFilter) {
  const chosen = shapes ? 0 : choices.filter((choice) => choice.chosen).length;
  return (
    <FilterMenu id={`filter-${name}`} label={label} chosen={chosen}>
      <Options name={name} label={label} options={choices} />
    </FilterMenu>
  );
}

function Options({ name, label, options }: { name: string; label: string; options: Choice[] }) {
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: word, count, chosen }) => (
        <label key={value} className="flex min-h-7 items-center gap-2 text-sm">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
          <span className="flex-1">{word}</span>
          {count !== undefined && <span className="text-xs text-ink-3 tabular-nums">{count}</span>}
        </label>
      ))}
    </fieldset>
  );
}

function OneOf({ name, label, value, options }: SelectFilter) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} defaultValue={value}>
          {options.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
