import { useTranslations } from "next-intl";
import type { Supportable } from "../../source/form/evidence-editor";
import type { AssetFields } from "./asset-fields";

/** The fields of an asset that a source may support: those that say something, and those already claimed. */
export function useSupportable(fields: AssetFields): Supportable[] {
  const t = useTranslations("history");
  const facts = ["name", "modality", "originatorId"] as const;
  const own = facts.filter((field) => fields[field]);
  const lists = (["targets", "names"] as const).filter((field) => fields[field].length > 0);
  const stage = fields.currentStage === "UNKNOWN" ? [] : ["currentStage"];
  const claimed = fields.claims.map((claim) => claim.field);
  return [...new Set<string>([...own, ...stage, ...lists, ...claimed])].map((field) => ({
    field,
    label: t.has(`fields.${field}`) ? t(`fields.${field}`) : field,
  }));
}
