"use client";

import { useTranslations } from "next-intl";
import { DealType } from "@/prisma/generated/enums";
import type { Change } from "../../record/form/rows";
import { TextField } from "../../record/form/text-field";
import { TokenField } from "../../record/form/token-field";
import { useChoices } from "../../record/form/use-choices";
import { Checkbox } from "../../ui/checkbox";
import { FieldSet } from "../../ui/field-set";
import type { DealFields } from "./deal-fields";

/** What else there is to say of the deal. */
export function DealAboutFields({
  fields,
  change,
}: {
  fields: DealFields;
  change: Change<DealFields>;
}) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const put = (patch: Partial<DealFields>) => change((now) => ({ ...now, ...patch }));
  return (
    <div className="grid gap-4">
      <TextField
        path="summary"
        label={t("summary")}
        value={fields.summary}
        onChange={(summary) => put({ summary })}
        multiline
        optional
      />
      <FieldSet
        legend={t("structures")}
        hint={t("structuresHint")}
        className="sm:grid-cols-3 lg:grid-cols-4"
      >
        {choices("dealType", Object.values(DealType)).map(({ value, label }) => (
          <Checkbox
            key={value}
            name="structures"
            label={label}
            checked={fields.structures.includes(value)}
            onChange={({ target }) =>
              put({
                structures: target.checked
                  ? [...fields.structures, value]
                  : fields.structures.filter((each) => each !== value),
              })
            }
          />
        ))}
      </FieldSet>
      <TokenField
        path="tags"
        label={t("tags")}
        values={fields.tags}
        onChange={(tags) => put({ tags })}
        optional
      />
      {fields.slug !== null && (
        <TextField
          path="slug"
          label={t("slug")}
          hint={t("slugHint")}
          value={fields.slug}
          onChange={(slug) => put({ slug })}
        />
      )}
    </div>
  );
}
