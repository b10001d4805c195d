"use client";

import { useLocale, useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { territoryLabel } from "@/lib/territory/rules";
import { Exclusivity, Right } from "@/prisma/generated/enums";
import { useForm } from "../../record/form/form-context";
import { MoreFields } from "../../record/form/more-fields";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { FieldSet } from "../../ui/field-set";
import { useDealForm } from "./deal-form-context";
import type { Grant } from "./grant-rows";
import { type Territory, TerritoryPicker } from "./territory-picker";
import { TerritoryWordings } from "./territory-wordings";

type Props = { path: string; grant: Grant; onChange: (patch: Partial<Grant>) => void };

export function GrantFields(props: Props) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const { parties } = useDealForm();
  const { path, grant, onChange } = props;
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-[1fr_10rem] lg:grid-cols-[1fr_10rem_auto]">
        <SelectField
          path={`${path}.granteeId`}
          label={t("grantee")}
          value={grant.granteeId}
          choices={parties.map(({ id, label }) => ({ value: id, label }))}
          onChange={(granteeId) => onChange({ granteeId })}
          blank={{ label: t("notStated"), onChange: () => onChange({ granteeId: null }) }}
        />
        <SelectField
          path={`${path}.exclusivity`}
          label={t("exclusivity")}
          value={grant.exclusivity}
          choices={choices("exclusivity", Object.values(Exclusivity))}
          onChange={(exclusivity) => onChange({ exclusivity })}
        />
        <FieldSet legend={t("rights")} className="sm:flex sm:flex-wrap sm:gap-x-4 lg:mt-2">
          {choices("right", Object.values(Right)).map(({ value, label }) => (
            <Checkbox
              key={value}
              name={`${path}.rights`}
              label={label}
              checked={grant.rights.includes(value)}
              onChange={({ target }) =>
                onChange({
                  rights: Object.values(Right).filter((right) =>
                    right === value ? target.checked : grant.rights.includes(right),
                  ),
                })
              }
            />
          ))}
        </FieldSet>
      </div>
      <Territories {...props} />
      <GrantMore {...props} />
    </div>
  );
}

const presets = {
  world: { include: ["WORLD"], exclude: [] },
  worldExChina: { include: ["WORLD"], exclude: ["GREATER_CHINA"] },
  greaterChina: { include: ["GREATER_CHINA"], exclude: [] },
  china: { include: ["CN"], exclude: [] },
  japan: { include: ["JP"], exclude: [] },
} as const;

function Territories({ path, grant, onChange }: Props) {
  const t = useTranslations("deal-form");
  const set = (territories: Territory[]) => onChange({ territories });
  const shared = { path: `${path}.territories`, territories: grant.territories, onChange: set };
  const place = (mode: Territory["mode"], codes: readonly string[]): Territory[] =>
    codes.map((code) => ({ id: uuid(), mode, code, wording: null, condition: null }));
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TerritoryPicker
          {...shared}
          mode="INCLUDE"
          label={t("included")}
          placeholder={t("includedPlaceholder")}
        />
        <TerritoryPicker
          {...shared}
          mode="EXCLUDE"
          label={t("excluded")}
          placeholder={t("excludedPlaceholder")}
        />
      </div>
      {grant.territories.length === 0 ? (
        <div className="flex flex-wrap gap-1.5">
          {Object.entries(presets).map(([key, { include, exclude }]) => (
            <Button
              key={key}
              size="sm"
              onClick={() => set([...place("INCLUDE", include), ...place("EXCLUDE", exclude)])}
            >
              {t(`presets.${key}`)}
            </Button>
          ))}
        </div>
      ) : (
        <TerritoryReading territories={grant.territories} />
      )}
    </>
  );
}

/** "World excl. CN, HK, MO", as it will be read. */
function TerritoryReading({ territories }: { territories: Territory[] }) {
  const t = useTranslations("territory");
  const locale = useLocale();
  const codes = (mode: Territory["mode"]) =>
    territories.filter((territory) => territory.mode === mode).map(({ code }) => code);
  // The server and the browser may name a country differently; either will do.
  return (
    <output suppressHydrationWarning className="text-xs text-ink-2">
      = {territoryLabel(codes("INCLUDE"), codes("EXCLUDE"), locale, t)}
    </output>
  );
}

function GrantMore({ path, grant, onChange }: Props) {
  const t = useTranslations("deal-form");
  const { isTroubled } = useForm();
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          path={`${path}.field`}
          label={t("field")}
          placeholder={t("fieldPlaceholder")}
          value={grant.field}
          onChange={(field) => onChange({ field })}
        />
        <TextField
          path={`${path}.wording`}
          label={t("wording")}
          value={grant.wording}
          onChange={(wording) => onChange({ wording })}
        />
      </div>
      {grant.territories.length > 0 && (
        <MoreFields
          summary={t("grantMore")}
          open={grant.territories.some(({ wording, condition }) => wording || condition)}
          troubled={isTroubled(`${path}.territories`)}
        >
          <div className="grid gap-3 sm:grid-cols-2">
            <TerritoryWordings
              path={`${path}.territories`}
              territories={grant.territories}
              onChange={(territories) => onChange({ territories })}
            />
          </div>
        </MoreFields>
      )}
    </>
  );
}
