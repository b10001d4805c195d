import { useLocale, useTranslations } from "next-intl";
import type { PickNoun, PickRow } from "@/lib/catalogue/search/schema";
import { formatPartialDate } from "@/lib/partial-date";
import type { Option } from "../../ui/use-options";
import { useForm } from "./form-context";

/** A record as a picker's list shows it: its name, then what tells it from others. */
export function usePickOption() {
  const enums = useTranslations("enums");
  const locale = useLocale();
  const { places } = useForm();
  const markOf = (noun: PickNoun, mark: string) => {
    switch (noun) {
      case "companies":
        return places.countries.find(({ value }) => value === mark)?.label ?? mark;
      case "assets":
        return enums.has(`modality.${mark}`) ? enums(`modality.${mark}`) : mark;
      case "deals":
        return formatPartialDate(mark, locale);
      default:
        return noun satisfies never;
    }
  };
  return (noun: PickNoun, { id, label, lang, other, otherLang, mark }: PickRow): Option => ({
    value: id,
    label,
    lang,
    note: other,
    noteLang: other && otherLang,
    mark: markOf(noun, mark),
  });
}
