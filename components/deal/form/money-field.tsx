"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoney, typedAmount } from "@/lib/money/rules";
import { TextField, type TextFieldProps } from "../../record/form/text-field";

/** A figure with its currency in one text, read back in full; `usual` is the currency where it names none. */
export function MoneyField({
  usual,
  ...props
}: Omit<TextFieldProps, "echo"> & { usual: string | null }) {
  const t = useTranslations("deal-form");
  const locale = useLocale();
  const { amount, currency, problem } = typedAmount(props.value ?? "");
  const code = currency ?? usual;
  const echo =
    amount && `= ${[formatMoney(amount, code, locale), code].filter(Boolean).join(" · ")}`;
  return <TextField {...props} echo={problem ? t("notRead") : echo} />;
}
