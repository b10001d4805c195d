import { useLocale, useTranslations } from "next-intl";
import type { Warning } from "@/lib/deal/warning/rules";
import { formatMoney } from "@/lib/money/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { countryName } from "@/lib/territory/rules";

/** A warning of the rules as a sentence: its figures and its country as people read them. */
export function useWarningWords() {
  const t = useTranslations("warning");
  const locale = useLocale();
  return ({ code, values = {} }: Warning): string => {
    const { parts, headline, currency, country } = values;
    const money = (amount = "0") => formatMoney(amount, currency || null, locale);
    switch (code) {
      case "partsDifferFromHeadline":
        return t(code, { parts: money(parts), headline: money(headline) });
      case "oneCountry":
        return t(code, { country: country ? countryName(country, locale) : "" });
      case "likelyDuplicate":
        return t(code, {
          title: values.title ?? "",
          day: formatPartialDate(values.announcedOn ?? "", locale),
        });
      default:
        return t(code);
    }
  };
}
