import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { DealDoc } from "@/lib/deal/schema";

/** What the rows of a deal are called, where two versions of it are compared. */
export function useRowNames() {
  const enums = useTranslations("enums");
  return useCallback(
    (doc: DealDoc): [string, string][] => [
      ...doc.terms.map(({ id, kind, trigger }): [string, string] => [
        id,
        trigger ?? enums(`termKind.${kind}`),
      ]),
      ...doc.events.map(({ id, summary }): [string, string] => [id, summary]),
      ...doc.sources.map(({ id, title, publisher, url }): [string, string] => [
        id,
        title ?? publisher ?? url ?? "",
      ]),
      ...doc.parties.map(({ id, role }): [string, string] => [id, enums(`partyRole.${role}`)]),
    ],
    [enums],
  );
}
