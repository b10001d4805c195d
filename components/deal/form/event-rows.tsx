"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { DealEventKind } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { DateField } from "../../record/form/date-field";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { DealFields } from "./deal-fields";

type DealEvent = DealFields["events"][number];

/** What happened to the deal, day by day as far as days are known. */
export function EventRows({
  events,
  sources,
  rows,
}: Pick<DealFields, "events" | "sources"> & { rows: Rows<DealEvent> }) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const documents = sources.map((source, index) => ({
    value: source.id,
    label:
      source.title ?? source.publisher ?? source.url ?? t("sourceNumber", { number: index + 1 }),
  }));
  const blank = (): DealEvent => ({
    ...{ id: uuid(), kind: "SIGNED", on: null, summary: "", sourceId: null },
  });
  return (
    <RowList
      path="events"
      label={t("events")}
      rows={events}
      nameOf={({ summary }, index) => summary || t("eventNumber", { number: index + 1 })}
      onRemove={rows.remove}
      labels="all"
      dense
      add={<AddButton onClick={() => rows.add(blank())}>{t("event")}</AddButton>}
    >
      {(event, index) => {
        const path = `events.${index}`;
        return (
          <div className="grid gap-x-3 gap-y-2 sm:grid-cols-[11rem_9rem_1fr] lg:grid-cols-[10rem_8rem_1fr_11rem]">
            <SelectField
              path={`${path}.kind`}
              label={t("eventKind")}
              value={event.kind}
              choices={choices("dealEventKind", Object.values(DealEventKind))}
              onChange={(kind) => rows.patch(event.id, { kind })}
            />
            <DateField
              path={`${path}.on`}
              label={t("eventOn")}
              value={event.on}
              onChange={(on) => rows.patch(event.id, { on })}
            />
            <TextField
              path={`${path}.summary`}
              label={t("eventSummary")}
              value={event.summary}
              onChange={(summary) => rows.patch(event.id, { summary })}
            />
            {documents.length > 0 && (
              <SelectField
                path={`${path}.sourceId`}
                label={t("source")}
                value={event.sourceId}
                choices={documents}
                onChange={(sourceId) => rows.patch(event.id, { sourceId })}
                blank={{
                  label: t("noSource"),
                  onChange: () => rows.patch(event.id, { sourceId: null }),
                }}
                className="sm:max-lg:col-start-3"
              />
            )}
          </div>
        );
      }}
    </RowList>
  );
}
