"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ComboboxList } from "./combobox-list";
import type { ControlProps } from "./field";
import { useCombobox } from "./use-combobox";
import type { Option } from "./use-options";

/** Picks several of many. A pick becomes a token before the field, which is then empty for the next one. */
export function MultiCombobox({
  control,
  label,
  values,
  onAdd,
  onRemove,
  onSearch,
  placeholder,
}: {
  control: ControlProps;
  label: string;
  values: Option[];
  onAdd: (option: Option) => void;
  onRemove: (value: string) => void;
  onSearch: (text: string) => Promise<Option[]>;
  placeholder?: string;
}) {
  const t = useTranslations("ui");
  const chosen = new Set(values.map(({ value }) => value));
  const box = useCombobox({
    initial: "",
    creates: false,
    onSearch: async (text) => (await onSearch(text)).filter(({ value }) => !chosen.has(value)),
    onPick: (option) => {
      if (option && !chosen.has(option.value)) onAdd(option);
      return "";
    },
  });
  const isFresh = box.shown && box.found.state === "ready";
  const onKeyDown: typeof box.field.onKeyDown = (event) => {
    if (event.nativeEvent.isComposing) return box.field.onKeyDown(event);
    const last = values.at(-1);
    const first = isFresh ? box.rows[0] : undefined;
    if (event.key === "Backspace" && box.text === "" && last) onRemove(last.value);
    else if (event.key === "Enter" && box.active < 0 && first) {
      event.preventDefault();
      box.pick(first);
    } else box.field.onKeyDown(event);
  };
  return (
    <div className="relative">
      <div className="control flex flex-wrap items-center gap-1 py-1 focus-within:border-indigo has-aria-invalid:border-seal">
        {values.map(({ value, label: name, lang }) => (
          <span
            key={value}
            className="inline-flex max-w-full items-center rounded-sm bg-sunken pl-1.5 text-sm"
          >
            <span lang={lang} className="truncate">
              {name}
            </span>
            <button
              type="button"
              aria-label={t("remove", { name })}
              onClick={() => onRemove(value)}
              className="inline-grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
            >
              <X className="size-3" aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          {...control}
          {...box.field}
          onKeyDown={onKeyDown}
          placeholder={values.length === 0 ? placeholder : undefined}
          className="min-h-6 min-w-24 flex-1 bg-transparent outline-none"
        />
      </div>
      {box.shown && (
        <ComboboxList
          id={box.listId}
          label={label}
          rows={box.rows}
          active={box.active}
          found={box.found}
          text={box.typed}
          onPick={box.pick}
        />
      )}
    </div>
  );
}
