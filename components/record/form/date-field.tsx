"use client";

import { useLocale } from "next-intl";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import { TextField, type TextFieldProps } from "./text-field";

/** A business date as people type it, no more precise than they know it. */
export function DateField(props: Omit<TextFieldProps, "echo" | "multiline" | "inputMode">) {
  const locale = useLocale();
  const typed = props.value?.trim() ?? "";
  const read = typed === "" ? null : partialDate.safeParse(typed);
  return (
    <TextField
      placeholder="2024-11-22"
      {...props}
      echo={read?.success ? `= ${formatPartialDate(read.data, locale)}` : ""}
    />
  );
}
