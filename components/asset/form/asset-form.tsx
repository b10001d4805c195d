"use client";

import { useTranslations } from "next-intl";
import type { AssetDoc } from "@/lib/asset/schema";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Draft } from "@/lib/view/draft/schema";
import { AssetNameKind } from "@/prisma/generated/enums";
import { FormGroup } from "../../record/form/form-group";
import { NameRows } from "../../record/form/name-rows";
import type { PlaceNames } from "../../record/form/place-names";
import { RecordFormFrame } from "../../record/form/record-form-frame";
import { fieldOf, rowsOf } from "../../record/form/rows";
import type { SaveRecord } from "../../record/form/save-answer";
import { useRecordForm } from "../../record/form/use-record-form";
import { useSavedPage } from "../../record/form/use-saved-page";
import { EvidenceEditor } from "../../source/form/evidence-editor";
import { blankAsset, toAssetFields, toAssetInput } from "./asset-fields";
import { AssetMainFields } from "./asset-main-fields";
import { useSupportable } from "./use-supportable";

const nameKinds = Object.values(AssetNameKind);

/** An asset: its names, what it is and what it hits, and what says so. New without `doc`. */
export function AssetForm({
  form: address,
  doc,
  known,
  places,
  draft,
  save,
}: {
  /** The form's address without its leading slash. */
  form: string;
  doc: AssetDoc | null;
  known: PickRow[];
  places: PlaceNames;
  draft: Draft | null;
  save: SaveRecord<AssetDoc>;
}) {
  const t = useTranslations("asset-form");
  const onSaved = useSavedPage("assets", doc !== null);
  const form = useRecordForm({
    kind: { form: address, toFields: toAssetFields, toInput: toAssetInput, save, onSaved },
    start: () => (doc ? toAssetFields(doc) : blankAsset()),
    base: doc,
    known,
    places,
    draft,
  });
  const { fields, change } = form;
  const supportable = useSupportable(fields);
  const stored = new Set(form.base?.sources.map(({ id }) => id));
  return (
    <RecordFormFrame
      form={form}
      noun="ASSET"
      label={t(doc ? "editTitle" : "newTitle")}
      save={t(doc ? "saveChanges" : "saveNew")}
      cancelHref={doc ? `/assets/${doc.slug}` : "/assets"}
      rowNames={(each) => each.names.map(({ id, name }) => [id, name])}
    >
      <FormGroup id="main" title={t("main")}>
        <AssetMainFields fields={fields} change={change} />
      </FormGroup>
      <FormGroup id="names" title={t("names")} note={t("namesNote")}>
        <NameRows
          names={fields.names}
          rows={rowsOf(fieldOf(change, "names"))}
          kinds={nameKinds}
          words="asset-form"
          kindWords="assetNameKind"
        />
      </FormGroup>
      <FormGroup id="evidence" title={t("evidence")}>
        <EvidenceEditor
          sources={fields.sources}
          claims={fields.claims}
          stored={stored}
          supportable={supportable}
          onChange={(update) => change((now) => ({ ...now, ...update(now) }))}
        />
      </FormGroup>
    </RecordFormFrame>
  );
}
