import { useTranslations } from "next-intl";
import type { ClaimedRow } from "@/lib/insight/source/dto";

/** What a claim is about, in words; a payment by its trigger, an event by its kind, as far as `row` says. */
export function useFieldWords() {
  const history = useTranslations("history");
  const enums = useTranslations("enums");

  const rowWords = (row: ClaimedRow) =>
    row.list === "terms"
      ? (row.trigger ?? enums(`termKind.${row.kind}`))
      : enums(`dealEventKind.${row.kind}`);

  return (field: string, row: ClaimedRow | null = null): string => {
    const [head = field] = field.split(".");
    const word = history.has(`fields.${head}`) ? history(`fields.${head}`) : head;
    return row ? history("named", { row: word, name: rowWords(row) }) : word;
  };
}
