import { useTranslations } from "next-intl";
import type { ClaimedRow } from "@/lib/insight/source/dto";

/** What a claim is about, in words; a payment by its trigger, an event by its kind, as far as `row` says. */
export function useFieldWords() {
  const history = useTranslations("history");
  const deal = useTranslations("deal.fields");
  const enums = useTranslations("enums");

  const rowWords = (row: ClaimedRow) =>
    row.list === "terms"
      ? (row.trigger ?? enums(`termKind.${row.kind}`))
      : enums(`dealEventKind.${row.kind}`);

  const fieldWord = (head: string): string => {
    if (history.has(`fields.${head}`)) return history(`fields.${head}`);
    return deal.has(head) ? deal(head) : spaced(head);
  };

  return (field: string, row: ClaimedRow | null = null): string => {
    const [head = field] = field.split(".");
    const word = fieldWord(head);
    return row ? history("named", { row: word, name: rowWords(row) }) : word;
  };
}

/** A field that has no word of its own, such as one of the starting catalogue's: "headlineScope". */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}
