"use client";

import { useTranslations } from "next-intl";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { CompanyDoc } from "@/lib/company/schema";
import type { Draft } from "@/lib/view/draft/schema";
import type { CompanyNameKind } from "@/prisma/generated/enums";
import { FormGroup } from "../../record/form/form-group";
import { NameRows } from "../../record/form/name-rows";
import type { PlaceNames } from "../../record/form/place-names";
import { RecordFormFrame } from "../../record/form/record-form-frame";
import { fieldOf, rowsOf } from "../../record/form/rows";
import type { SaveRecord } from "../../record/form/save-answer";
import { useRecordForm } from "../../record/form/use-record-form";
import { useSavedPage } from "../../record/form/use-saved-page";
import { EvidenceEditor } from "../../source/form/evidence-editor";
import { blankCompany, toCompanyFields, toCompanyInput } from "./company-fields";
import { CompanyIdentifierRows } from "./company-identifier-rows";
import { CompanyMainFields } from "./company-main-fields";
import { useSupportable } from "./use-supportable";

/** Every kind but NAME, which is the company's own field. */
const nameKinds = ["NATIVE", "ALIAS", "FORMER", "LEGAL"] as const satisfies CompanyNameKind[];

/** A company: its names, where it is, what it is, and what says so. New without `doc`. */
export function CompanyForm({
  form: address,
  doc,
  known,
  places,
  draft,
  save,
}: {
  /** The form's address without its leading slash. */
  form: string;
  doc: CompanyDoc | null;
  known: PickRow[];
  places: PlaceNames;
  draft: Draft | null;
  save: SaveRecord<CompanyDoc>;
}) {
  const t = useTranslations("company-form");
  const onSaved = useSavedPage("companies", doc !== null);
  const form = useRecordForm({
    kind: {
      form: address,
      toFields: toCompanyFields,
      toInput: toCompanyInput,
      save,
      onSaved,
    },
    start: () => (doc ? toCompanyFields(doc) : blankCompany()),
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
      noun="COMPANY"
      label={t(doc ? "editTitle" : "newTitle")}
      save={t(doc ? "saveChanges" : "saveNew")}
      cancelHref={doc ? `/companies/${doc.slug}` : "/companies"}
      rowNames={(each) => each.names.map(({ id, name }) => [id, name])}
    >
      <FormGroup id="main" title={t("main")}>
        <CompanyMainFields fields={fields} change={change} />
      </FormGroup>
      <FormGroup id="names" title={t("names")} note={t("namesNote")}>
        <NameRows
          names={fields.names}
          rows={rowsOf(fieldOf(change, "names"))}
          kinds={nameKinds}
          words="company-form"
          kindWords="companyNameKind"
        />
      </FormGroup>
      <FormGroup id="identifiers" title={t("identifiers")} note={t("identifiersNote")}>
        <CompanyIdentifierRows
          identifiers={fields.identifiers}
          rows={rowsOf(fieldOf(change, "identifiers"))}
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
