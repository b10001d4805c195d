import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { type Choice, FilterChoices } from "./filter-choices";
import { FilterMenu } from "./filter-menu";
import { SoftForm, type Usual } from "./soft-form";

export type TextFilter = { name: string; label: string; hint?: string; value: string };
/**
 * `shapes`: it chooses columns and no rows, so it never counts as a filter that is on. `blank`: its choices are
 * not known yet; until they come, its value can be typed.
 */
export type ChoiceFilter = {
  name: string;
  label: string;
  choices: Choice[];
  shapes?: boolean;
  blank?: { hint: string; failed: boolean };
};
/** One of few values; the first is what an absent key means. */
export type SelectFilter = {
  name: string;
  label: string;
  value: string;
  options: [string, string][];
};
/** Filters of one menu: quick ways (each a link), fields and ticks. */
export type FilterGroup = {
  name: string;
  label: string;
  presets?: { label: string; href: string; on: boolean }[];
  texts?: TextFilter[];
  choices?: ChoiceFilter[];
};

/** A list's filters as one form that needs no script; `kept` are keys of the address that it does not show. */
export function FilterBar({
  action,
  search,
  texts,
  selects,
  choices,
  groups = [],
  kept,
  usual,
  onOpen,
}: {
  action: string;
  search: TextFilter;
  texts: TextFilter[];
  selects: SelectFilter[];
  choices: ChoiceFilter[];
  groups?: FilterGroup[];
  kept: [string, string][];
  usual: Usual;
  /** Called when a menu of choices opens, which may need their counts. */
  onOpen?: () => void;
}) {
  const t = useTranslations("table");
  return (
    <SoftForm
      action={action}
      usual={usual}
      className="flex flex-1 flex-wrap items-center gap-1.5 print:hidden"
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="relative w-full sm:w-44">
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
      {choices.map(
        (filter) => filter.shapes || <ChoiceMenu key={filter.name} {...filter} onOpen={onOpen} />,
      )}
      {groups.map((group) => (
        <GroupMenu key={group.name} {...group} />
      ))}
      {texts.length + selects.length > 0 && (
        <FilterMenu
          wide
          id="filter-more"
          label={t("more")}
          chosen={texts.filter(({ value }) => value !== "").length}
        >
          <Texts texts={texts}>
            {selects.map((select) => (
              <OneOf key={select.name} {...select} />
            ))}
          </Texts>
        </FilterMenu>
      )}
      {choices.map((filter) => filter.shapes && <ChoiceMenu key={filter.name} {...filter} />)}
    </SoftForm>
  );
}

function ChoiceMenu({ onOpen, ...filter }: ChoiceFilter & { onOpen?: () => void }) {
  const { name, label, choices, shapes } = filter;
  const chosen = shapes ? 0 : choices.filter((choice) => choice.chosen).length;
  return (
    <FilterMenu id={`filter-${name}`} label={label} chosen={chosen} onOpen={onOpen}>
      <FilterChoices {...filter} />
    </FilterMenu>
  );
}

function GroupMenu({ name, label, presets = [], texts = [], choices = [] }: FilterGroup) {
  const ticked = choices.flatMap((filter) => filter.choices).filter(({ chosen }) => chosen);
  const filled = texts.filter(({ value }) => value !== "");
  return (
    <FilterMenu
      id={`filter-${name}`}
      label={label}
      chosen={ticked.length + filled.length}
      wide={texts.length > 2}
    >
      {presets.length > 0 && (
        <ul className="mb-3 flex flex-wrap gap-1.5">
          {presets.map((preset) => (
            <li key={preset.href}>
              <a
                href={preset.href}
                aria-current={preset.on || undefined}
                className="inline-flex min-h-7 items-center rounded-md border border-line-strong px-2 text-xs hover:border-control aria-[current]:bg-indigo-soft"
              >
                {preset.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {texts.length > 0 && <Texts texts={texts} />}
      {choices.map((filter) => (
        <FilterChoices key={filter.name} titled {...filter} />
      ))}
    </FilterMenu>
  );
}

function Texts({ texts, children }: { texts: TextFilter[]; children?: ReactNode }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {texts.map(({ name, label, hint, value }) => (
        <Field key={name} name={name} label={label} hint={hint}>
          {(control) => <TextInput {...control} defaultValue={value} autoComplete="off" />}
        </Field>
      ))}
      {children}
    </div>
  );
}

function OneOf({ name, label, value, options }: SelectFilter) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} key={value} defaultValue={value}>
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
