"use client";

import { useTranslations } from "next-intl";
import { TextField } from "../../record/form/text-field";
import type { Territory } from "./territory-picker";
import { useTerritories } from "./use-territories";

/** How the document words each territory, and on what it depends. */
export function TerritoryWordings({
  path,
  territories,
  onChange,
}: {
  path: string;
  territories: Territory[];
  onChange: (territories: Territory[]) => void;
}) {
  const t = useTranslations("deal-form");
  const { option } = useTerritories();
  const patch = (id: string, change: Partial<Territory>) =>
    onChange(territories.map((each) => (each.id === id ? { ...each, ...change } : each)));
  return (
    <>
      {territories.map(({ id, code, wording, condition }, index) => {
        const name = option(code).label;
        return (
          <div key={id} className="contents">
            <TextField
              path={`${path}.${index}.wording`}
              label={t("territoryWording", { name })}
              value={wording}
              onChange={(text) => patch(id, { wording: text })}
            />
            <TextField
              path={`${path}.${index}.condition`}
              label={t("territoryCondition", { name })}
              placeholder={t("conditionPlaceholder")}
              value={condition}
              onChange={(text) => patch(id, { condition: text })}
            />
          </div>
        );
      })}
    </>
  );
}
