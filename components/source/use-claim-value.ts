import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/rules";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import { countryName } from "@/lib/territory/rules";

/** Whose words the values of a field are, where they are one of an enum's. */
const enumOfField: Record<string, string> = {
  currentStage: "stage",
  exclusivity: "exclusivity",
  kind: "companyKind",
  modality: "modality",
  stage: "stage",
  stageAtSigning: "stage",
  status: "dealStatus",
  structures: "dealType",
  type: "dealType",
};

/** "up to USD 730000000": an amount that names its currency, whatever is said around it. */
const amountsWithin = /\b([A-Z]{3}) (\d{5,}(?:\.\d{1,4})?)\b/g;

/**
 * A claim's value as people read it: it is text in the words of its field, a date, an amount, a word of ours,
 * or just words. `currency` is what an amount without one is in.
 */
export function useClaimValue(currency: string | null = null) {
  const enums = useTranslations("enums");
  const locale = useLocale();
  return (field: string, value: string): string => {
    if (/^\d{5,}(\.\d{1,4})?$/.test(value)) return formatMoney(value, currency, locale);
    const worded = value.replace(amountsWithin, (_, own: string, amount: string) =>
      formatMoney(amount, own, locale),
    );
    if (worded !== value) return worded;
    if (field === "country") return countryName(value, locale);
    const word = `${enumOfField[field]}.${value}`;
    if (/^[A-Z_0-9]+$/.test(value) && enums.has(word)) return enums(word);
    const date = /^\d{4}(-|$)/.test(value) ? partialDate.safeParse(value) : null;
    return date?.success ? formatPartialDate(date.data, locale) : value;
  };
}
