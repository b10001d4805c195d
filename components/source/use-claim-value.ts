import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/rules";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import { countryName } from "@/lib/territory/rules";

const enumOfField: Record<string, string> = {
  type: "dealType",
  status: "dealStatus",
  kind: "companyKind",
  modality: "modality",
  currentStage: "stage",
};

/** A claim's value as people read it: it is text in the words of its field. */
export function useClaimValue() {
  const enums = useTranslations("enums");
  const locale = useLocale();
  return (field: string, value: string): string => {
    const words = `${enumOfField[field]}.${value}`;
    if (enums.has(words)) return enums(words);
    if (field === "country") return countryName(value, locale);
    if (/^\d{5,}(\.\d+)?$/.test(value)) return formatMoney(value, null, locale);
    const date = /On$/.test(field) ? partialDate.safeParse(value) : null;
    return date?.success ? formatPartialDate(date.data, locale) : value;
  };
}
