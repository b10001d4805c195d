"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { DealEventKind } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { DateField } from "../../record/form/date-field";
import { RowList } from "../../record/form/row-list";
import { type Change, fieldOf, rowsOf } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { DealFields } from "./deal-fields";
import { EventEffects } from "./event-effects";
import { dated, happen, happenings, unhappened } from "./happenings";

type DealEvent = DealFields["events"][number];

/** What happened to the deal, day by day as far as days are known. */
export function EventRows({
  fields: { events, sources, terms },
  change,
  isKnown,
}: {
  fields: Pick<DealFields, "events" | "sources" | "terms">;
  change: Change<DealFields>;
  /** The deal is in the catalogue: something may have happened to it since. */
  isKnown: boolean;
}) {
  const t = useTranslations("deal-form");
  const happening = useTranslations("happening");
  const rows = rowsOf(fieldOf(change, "events"));
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
      onRemove={(id) => change((now) => unhappened(now, id))}
      labels="all"
      dense
      add={
        <>
          <AddButton onClick={() => rows.add(blank())}>{t("event")}</AddButton>
          {isKnown &&
            happenings.map((kind) => {
              const summary = happening(`summary.${kind}`);
              return (
                <AddButton key={kind} onClick={() => change((now) => happen(now, kind, summary))}>
                  {happening(`add.${kind}`)}
                </AddButton>
              );
            })}
        </>
      }
    >
      {(event, index) => {
        const path = `events.${index}`;
        return (
          <div className="grid gap-2">
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
                onChange={(on) => change((now) => dated(now, event, on))}
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
            <EventEffects event={event} terms={terms} change={change} />
          </div>
        );
      }}
    </RowList>
  );
}
