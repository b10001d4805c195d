import { useTranslations } from "next-intl";

/** A criterion by the name that the filters of the deals' list give it. */
export function useCriterion() {
  const t = useTranslations("deals");
  return (name: string): string => {
    if (name === "announced") return t("groups.announced");
    if (name === "upfront" || name === "headline") return t(`emptiable.${name}`);
    return t.has(`filters.${name}`) ? t(`filters.${name}`) : name;
  };
}
