import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { DeferredMenu } from "./deferred-menu";
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
  deferred = false,
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
  /** Whether scripts draw what is in the menus, each when it opens. */
  deferred?: boolean;
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
        (filter) =>
          filter.shapes || (
            <ChoiceMenu key={filter.name} filter={filter} deferred={deferred} onOpen={onOpen} />
          ),
      )}
      {groups.map((group) => (
        <GroupMenu key={group.name} group={group} deferred={deferred} />
      ))}
      {texts.length + selects.length > 0 && (
        <Menu
          wide
          id="filter-more"
          label={t("more")}
          chosen={texts.filter(({ value }) => value !== "").length}
          deferred={deferred}
          held={[...texts, ...selects].map(({ name, value }) => [name, value])}
        >
          {() => (
            <Texts texts={texts}>
              {selects.map((select) => (
                <OneOf key={select.name} {...select} />
              ))}
            </Texts>
          )}
        </Menu>
      )}
      {/* What only stands in for scripts takes no place where there are some: nothing moves when they come. */}
      {choices.map(
        (filter) =>
          filter.shapes && (
            <noscript key={filter.name}>
              <ChoiceMenu filter={filter} deferred={false} />
            </noscript>
          ),
      )}
    </SoftForm>
  );
}

/** A menu that is drawn now, or when it opens; the form has its values either way. */
function Menu({
  deferred,
  held,
  children,
  ...menu
}: ComponentProps<typeof DeferredMenu> & { deferred: boolean }) {
  if (!deferred) return <FilterMenu {...menu}>{children()}</FilterMenu>;
  return (
    <DeferredMenu {...menu} held={held.filter(([, value]) => value !== "")}>
      {children}
    </DeferredMenu>
  );
}

/** The values of a filter that are ticked, as the form sends them. */
function tickedOf({ name, choices }: ChoiceFilter): [string, string][] {
  return choices.flatMap(({ value, chosen }): [string, string][] =>
    chosen ? [[name, value]] : [],
  );
}

function ChoiceMenu({
  filter,
  deferred,
  onOpen,
}: {
  filter: ChoiceFilter;
  deferred: boolean;
  onOpen?: () => void;
}) {
  const { name, label, shapes } = filter;
  const held = tickedOf(filter);
  return (
    <Menu
      {...{ label, onOpen, deferred, held }}
      id={`filter-${name}`}
      chosen={shapes ? 0 : held.length}
    >
      {() => <FilterChoices {...filter} />}
    </Menu>
  );
}

function GroupMenu({ group, deferred }: { group: FilterGroup; deferred: boolean }) {
  const { name, label, texts = [], choices = [] } = group;
  const ticked = choices.flatMap(tickedOf);
  const filled = texts.filter(({ value }) => value !== "");
  return (
    <Menu
      id={`filter-${name}`}
      chosen={ticked.length + filled.length}
      wide={texts.length > 2}
      held={[...ticked, ...filled.map(({ name, value }): [string, string] => [name, value])]}
      {...{ label, deferred }}
    >
      {() => <GroupFields {...group} />}
    </Menu>
  );
}

function GroupFields({ presets = [], texts = [], choices = [] }: FilterGroup) {
  return (
    <>
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
    </>
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
