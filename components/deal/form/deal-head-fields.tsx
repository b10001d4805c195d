"use client";

import { useTranslations } from "next-intl";
import { DealStatus, DealType } from "@/prisma/generated/enums";
import { DateField } from "../../record/form/date-field";
import { useForm } from "../../record/form/form-context";
import type { Change } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { DealFields } from "./deal-fields";
import { suggestedTitle } from "./deal-input";
import { rolesFor } from "./role-suggestions";

/** What kind of deal it is, when it was announced and what it is called. */
export function DealHeadFields({
  fields,
  change,
}: {
  fields: DealFields;
  change: Change<DealFields>;
}) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const { known } = useForm();
  const put = (patch: Partial<DealFields>) => change((now) => ({ ...now, ...patch }));
  const setType = (type: DealType) =>
    change((now) => ({ ...now, type, parties: rolesFor(now.parties, now.type, type) }));
  const suggestion = suggestedTitle(fields, known);
  return (
    <div className="grid gap-x-3 gap-y-4 sm:grid-cols-3">
      <SelectField
        path="type"
        label={t("type")}
        value={fields.type || null}
        choices={choices("dealType", Object.values(DealType))}
        onChange={setType}
        required
      />
      <DateField
        path="announcedOn"
        label={t("announcedOn")}
        value={fields.announcedOn}
        onChange={(announcedOn) => put({ announcedOn })}
        required
      />
      <SelectField
        path="status"
        label={t("status")}
        value={fields.status}
        choices={choices("dealStatus", Object.values(DealStatus))}
        onChange={(status) => put({ status })}
      />
      <TextField
        path="title"
        label={t("title")}
        hint={t("titleHint")}
        placeholder={suggestion}
        value={fields.title}
        onChange={(title) => put({ title })}
        className="sm:col-span-3"
      />
    </div>
  );
}
