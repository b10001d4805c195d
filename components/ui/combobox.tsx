"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ComboboxList } from "./combobox-list";
import type { ControlProps } from "./field";
import { IconButton } from "./icon-button";
import { useCombobox } from "./use-combobox";
import type { Option } from "./use-options";

/**
 * Picks one of many by any of its names. `value` is what is chosen; typing on unchooses it (`onChange(null)`)
 * and what was typed stays in the field, so that nothing is lost. With `onCreate` the list ends in a row that
 * makes a new one of the typed name. `control` comes from Field; the chosen value is submitted under its name.
 */
export function Combobox({
  control,
  label,
  value,
  onChange,
  onSearch,
  onCreate,
  placeholder,
}: {
  control: ControlProps;
  label: string;
  value: Option | null;
  onChange: (value: Option | null) => void;
  onSearch: (text: string) => Promise<Option[]>;
  onCreate?: (text: string) => void;
  placeholder?: string;
}) {
  const t = useTranslations("ui");
  const { name, ...wiring } = control;
  const box = useCombobox({
    initial: value?.label ?? "",
    onSearch,
    creates: onCreate !== undefined,
    onPick: (option, text) => {
      if (!option) {
        onCreate?.(text);
        return text;
      }
      onChange(option);
      return option.label;
    },
  });

  const change: typeof box.field.onChange = (event) => {
    box.field.onChange(event);
    if (value) onChange(null);
  };
  const clear = () => {
    box.setText("");
    onChange(null);
  };

  return (
    <div className="relative">
      <input
        {...wiring}
        {...box.field}
        value={value?.label ?? box.text}
        lang={value?.lang}
        onChange={change}
        placeholder={placeholder}
        className="control pr-9"
      />
      <input type="hidden" name={name} value={value?.value ?? ""} />
      {box.text && (
        <IconButton label={t("clear")} onClick={clear} className="absolute top-0.5 right-0.5">
          <X className="size-3.5" aria-hidden="true" />
        </IconButton>
      )}
      {box.shown && !value && (
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
