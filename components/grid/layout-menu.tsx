"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import type { Noun } from "./column";
import type { GridLayout } from "./use-layout";

const densities = ["compact", "default", "tall"] as const;

/** Which columns are shown, how tall the rows are, and the way back to the usual. */
export function LayoutMenu<T>({ noun, layout }: { noun: Noun<T>; layout: GridLayout<T> }) {
  const t = useTranslations("grid");
  const shown = new Set(layout.columns.map(({ key }) => key));
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-xs text-ink-3">{t("columns")}</legend>
        {noun.columns.map(({ key, label }) => (
          <Checkbox
            key={key}
            label={label}
            checked={shown.has(key)}
            disabled={key === noun.name}
            onChange={() => layout.toggle(key)}
          />
        ))}
      </fieldset>
      <fieldset className="mt-3 border-t border-line pt-3">
        <legend className="float-left mb-1 w-full text-xs text-ink-3">{t("density")}</legend>
        {densities.map((density) => (
          <Checkbox
            key={density}
            type="radio"
            name="row-height"
            label={t(`densities.${density}`)}
            checked={layout.density === density}
            onChange={() => layout.setDensity(density)}
          />
        ))}
      </fieldset>
      <Button size="sm" className="mt-3" onClick={layout.reset}>
        {t("reset")}
      </Button>
    </>
  );
}
