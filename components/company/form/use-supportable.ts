import { useTranslations } from "next-intl";
import type { Supportable } from "../../source/form/evidence-editor";
import type { CompanyFields } from "./company-fields";

/** The fields of a company that a source may support: those that say something, and those already claimed. */
export function useSupportable(fields: CompanyFields): Supportable[] {
  const t = useTranslations("history");
  const facts = ["name", "country", "city", "kind", "foundedYear", "website", "parentId"] as const;
  const own = facts.filter((field) => fields[field]);
  const lists = (["names", "identifiers"] as const).filter((field) => fields[field].length > 0);
  const claimed = fields.claims.map((claim) => claim.field);
  return [...new Set<string>([...own, ...lists, ...claimed])].map((field) => ({
    field,
    label: t.has(`fields.${field}`) ? t(`fields.${field}`) : field,
  }));
}
