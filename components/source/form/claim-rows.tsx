"use client";

import { useTranslations } from "next-intl";
import type { ClaimInput } from "@/lib/source/schema";
import { ClaimStatus } from "@/prisma/generated/enums";
import { useForm } from "../../record/form/form-context";
import { MoreFields } from "../../record/form/more-fields";
import type { Change } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { patched } from "./claims";
import type { Supportable } from "./evidence-editor";

/** What one source says of each field that it supports: a value, its own words, whether it is the one we use. */
export function ClaimRows({
  sourceId,
  claims,
  supportable,
  onChange,
}: {
  sourceId: string;
  claims: ClaimInput[];
  supportable: Supportable[];
  onChange: Change<ClaimInput[]>;
}) {
  const t = useTranslations("record-form.evidence");
  const { isTroubled } = useForm();
  const own = claims.flatMap((claim, index) =>
    claim.sourceId === sourceId ? [{ claim, index }] : [],
  );
  if (own.length === 0) return null;
  const labelOf = (field: string) =>
    supportable.find((each) => each.field === field)?.label ?? field;
  const troubled = own.some(({ index }) => isTroubled(`claims.${index}`));
  return (
    <MoreFields troubled={troubled} summary={t("says", { count: own.length })}>
      <ul className="grid gap-3 border-l-2 border-line pl-3">
        {own.map(({ claim, index }) => (
          <li key={claim.id}>
            <ClaimFields
              path={`claims.${index}`}
              title={labelOf(claim.field)}
              claim={claim}
              onChange={(patch) => onChange((now) => patched(now, claim.id, patch))}
            />
          </li>
        ))}
      </ul>
    </MoreFields>
  );
}

function ClaimFields({
  path,
  title,
  claim,
  onChange,
}: {
  path: string;
  title: string;
  claim: ClaimInput;
  onChange: (patch: Partial<ClaimInput>) => void;
}) {
  const t = useTranslations("record-form.evidence");
  const choices = useChoices();
  return (
    <fieldset className="grid gap-2 sm:grid-cols-6">
      <legend className="mb-1 text-xs font-[560]">{title}</legend>
      <TextField
        path={`${path}.value`}
        label={t("value")}
        value={claim.value}
        onChange={(value) => onChange({ value })}
        className="sm:col-span-2"
      />
      <TextField
        path={`${path}.quote`}
        label={t("quote")}
        value={claim.quote}
        onChange={(quote) => onChange({ quote })}
        className="sm:col-span-4"
      />
      <SelectField
        path={`${path}.status`}
        label={t("status")}
        value={claim.status}
        choices={choices("claimStatus", Object.values(ClaimStatus))}
        onChange={(status) => onChange({ status })}
        className="sm:col-span-2"
      />
      <TextField
        path={`${path}.reason`}
        label={t("reason")}
        value={claim.reason}
        onChange={(reason) => onChange({ reason })}
        className="sm:col-span-2"
      />
      <TextField
        path={`${path}.note`}
        label={t("note")}
        value={claim.note}
        onChange={(note) => onChange({ note })}
        className="sm:col-span-2"
      />
    </fieldset>
  );
}
