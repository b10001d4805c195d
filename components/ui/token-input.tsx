"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import type { ControlProps } from "./field";

/**
 * Several short words in one field: Enter, a comma or leaving the field adds what is typed, Backspace in the
 * empty field takes the last one back. While an input method composes, its keys are its own.
 */
export function TokenInput({
  control,
  values,
  onChange,
  placeholder,
}: {
  control: ControlProps;
  values: string[];
  onChange: (values: string[]) => void;
  placeholder?: string;
}) {
  const t = useTranslations("ui");
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);

  const add = (typed: string) => {
    const words = typed.split(/[,，、;；\n\t]/).map((word) => word.trim());
    const fresh = words.filter((word, at) => word && words.indexOf(word) === at);
    setText("");
    if (fresh.length > 0) onChange([...values, ...fresh.filter((word) => !values.includes(word))]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && text.trim()) {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[,，、;；\n\t]/.test(pasted)) return;
    event.preventDefault();
    add(text + pasted);
  };

  const remove = (value: string) => {
    onChange(values.filter((each) => each !== value));
    input.current?.focus();
  };

  return (
    <div className="control flex flex-wrap items-center gap-1 py-1 focus-within:border-indigo has-aria-invalid:border-seal">
      {values.map((value) => (
        <span
          key={value}
          className="inline-flex max-w-full items-center rounded-sm bg-sunken pl-1.5 text-sm"
        >
          <span className="truncate">{value}</span>
          <button
            type="button"
            aria-label={t("remove", { name: value })}
            onClick={() => remove(value)}
            className="inline-grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
          >
            <X className="size-3" aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        {...control}
        ref={input}
        value={text}
        autoComplete="off"
        placeholder={values.length === 0 ? placeholder : undefined}
        onChange={({ target }) =>
          /[,，、;；]$/.test(target.value) ? add(target.value) : setText(target.value)
        }
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add(text)}
        className="min-h-6 min-w-24 flex-1 bg-transparent outline-none"
      />
    </div>
  );
}
