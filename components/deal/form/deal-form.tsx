"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { DealDoc } from "@/lib/deal/schema";
import type { Result } from "@/lib/result";
import type { Draft } from "@/lib/view/draft/schema";
import { CreateAssetDialog } from "../../asset/form/create-asset-dialog";
import { CreateCompanyDialog } from "../../company/form/create-company-dialog";
import type { PlaceNames } from "../../record/form/place-names";
import { RecordFormFrame } from "../../record/form/record-form-frame";
import type { SaveRecord } from "../../record/form/save-answer";
import { useRecordForm } from "../../record/form/use-record-form";
import { useSavedPage } from "../../record/form/use-saved-page";
import { anchorOf } from "./anchors";
import { blankDeal, type DealFields, toDealFields } from "./deal-fields";
import { DealContext, type DealFormContext } from "./deal-form-context";
import { DealGroups } from "./deal-groups";
import { toDealInput } from "./deal-input";
import { DealReading } from "./deal-reading";
import { useRowNames } from "./use-row-names";

type Create = (input: unknown) => Promise<Result<PickRow>>;
type Creating = { noun: "companies" | "assets"; name: string; done: (id: string) => void };

/** A whole deal on one page, in the order in which a press release tells it. New without `doc`. */
export function DealForm({
  form: address,
  doc,
  prefilled = null,
  known,
  places,
  draft,
  save,
  createCompany,
  createAsset,
}: {
  /** The form's address without its leading slash. */
  form: string;
  doc: DealDoc | null;
  /** What a new deal starts with, when it was read out of a text. */
  prefilled?: DealFields | null;
  known: PickRow[];
  places: PlaceNames;
  draft: Draft | null;
  save: SaveRecord<DealDoc>;
  createCompany: Create;
  createAsset: Create;
}) {
  const t = useTranslations("deal-form");
  const onSaved = useSavedPage("deals", doc !== null);
  const rowNames = useRowNames();
  const [creating, setCreating] = useState<Creating | null>(null);
  const form = useRecordForm({
    kind: { form: address, toFields: toDealFields, toInput: toDealInput, save, onSaved },
    start: () => (doc ? toDealFields(doc) : (prefilled ?? blankDeal())),
    touched: prefilled !== null,
    base: doc,
    known,
    places,
    draft,
  });
  const { fields, context } = form;
  const deal: DealFormContext = useMemo(
    () => ({
      create: (noun, name, done) => setCreating({ noun, name, done }),
      parties: [...new Set(fields.parties.map(({ companyId }) => companyId))].flatMap(
        (id) => context.known.get(id) ?? [],
      ),
    }),
    [fields.parties, context.known],
  );
  const dialog = creating && {
    name: creating.name,
    onClose: () => setCreating(null),
    onCreated: (row: PickRow) => {
      context.learn(row);
      creating.done(row.id);
      setCreating(null);
    },
  };

  return (
    <DealContext value={deal}>
      <RecordFormFrame
        form={form}
        noun="DEAL"
        label={t(doc ? "editTitle" : "newTitle")}
        save={t(doc ? "saveChanges" : "saveNew")}
        cancelHref={doc ? `/deals/${doc.slug}` : "/deals"}
        rowNames={rowNames}
        anchorOf={anchorOf}
        wide
        dialogs={
          dialog &&
          (creating.noun === "companies" ? (
            <CreateCompanyDialog {...dialog} create={createCompany} />
          ) : (
            <CreateAssetDialog {...dialog} create={createAsset} />
          ))
        }
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 lg:grid-cols-[minmax(0,1fr)_15rem]">
          <DealGroups form={form} />
          <DealReading deal={fields} />
        </div>
      </RecordFormFrame>
    </DealContext>
  );
}
