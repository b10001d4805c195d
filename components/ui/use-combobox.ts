"use client";

import { type ChangeEvent, type KeyboardEvent, useId, useState } from "react";
import type { Row } from "./combobox-list";
import { type Option, useOptions } from "./use-options";

/**
 * The combobox pattern of the ARIA guide (list popup, focus stays in the field). While an input method
 * composes, keys belong to it and nothing is searched: Enter then ends the word and must not pick.
 */
export function useCombobox({
  initial,
  onSearch,
  onPick,
  creates,
}: {
  initial: string;
  onSearch: (text: string) => Promise<Option[]>;
  /** null: the row that makes a new one. Returns the text to leave in the field. */
  onPick: (option: Option | null, text: string) => string;
  creates: boolean;
}) {
  const listId = useId();
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [composing, setComposing] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = text.trim();
  const found = useOptions(open && !composing && typed ? typed : null, onSearch);
  const rows: Row[] = found.options.map((option) => ({ key: option.value, option }));
  if (creates && typed && found.state === "ready") rows.push({ key: "create", option: null });
  const shown = open && typed !== "";

  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  const pick = (row: Row) => {
    setText(onPick(row.option, typed));
    close();
  };

  const move = (step: number) => {
    if (!shown) return setOpen(true);
    if (rows.length > 0)
      setActive((active + step + rows.length + (active < 0 && step < 0 ? 1 : 0)) % rows.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || composing) return;
    const row = shown ? rows[active] : undefined;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && row) pick(row);
    else if (event.key === "Escape" && shown) close();
    else return;
    event.preventDefault();
  };

  return {
    listId,
    text,
    typed,
    setText,
    shown,
    rows,
    active,
    found,
    pick,
    field: {
      value: text,
      role: "combobox",
      autoComplete: "off",
      "aria-expanded": shown,
      "aria-autocomplete": "list",
      "aria-controls": shown ? listId : undefined,
      "aria-activedescendant": shown && active >= 0 ? `${listId}-${active}` : undefined,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setText(event.target.value);
        setOpen(true);
        setActive(-1);
      },
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
      onBlur: close,
      onKeyDown,
    } as const,
  };
}
