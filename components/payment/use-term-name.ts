import { useTranslations } from "next-intl";
import type { Term } from "../deal/deal-view";

/** How a payment term is called: by its trigger, or else by what it is for. */
export function useTermName() {
  const enums = useTranslations("enums");
  return ({ trigger, kind, category }: Pick<Term, "trigger" | "kind" | "category">): string => {
    if (trigger) return trigger;
    const name = enums(`termKind.${kind}`);
    return category && category !== "COMBINED"
      ? `${name} · ${enums(`milestoneCategory.${category}`)}`
      : name;
  };
}
