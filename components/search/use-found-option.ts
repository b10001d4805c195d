import { useLocale } from "next-intl";
import type { FoundRow } from "@/lib/catalogue/search/schema";
import { formatPartialDate } from "@/lib/partial-date";
import type { Option } from "../ui/use-options";

/** A record found as a list shows it: its name, the other name that matched or its own script's, where and when. */
export function useFoundOption() {
  const locale = useLocale();
  const markOf = ({ noun, mark, corridor }: FoundRow) => {
    switch (noun) {
      case "companies":
        return mark;
      case "assets":
        return undefined;
      case "deals":
        return [formatPartialDate(mark, locale), corridor].filter(Boolean).join(" · ");
      default:
        return noun satisfies never;
    }
  };
  return (row: FoundRow): Option => ({
    value: `/${row.noun}/${row.slug}`,
    ...{ label: row.label, lang: row.lang, note: row.other, noteLang: row.otherLang },
    mark: markOf(row),
  });
}
