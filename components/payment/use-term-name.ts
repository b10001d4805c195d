import { useTranslations } from "next-intl";
import type { Term } from "../deal/deal-view";

/** How a payment term is called: by its trigger, or else by what it is for. */
export function useTermName() {
  const enums = useTranslations("enums");
  return (term: Pick<Term, "trigger" | "kind">) => term.trigger ?? enums(`termKind.${term.kind}`);
}
