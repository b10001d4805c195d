"use client";

import { useTranslations } from "next-intl";
import type { DealDoc } from "@/lib/deal/schema";
import { DateField } from "../../record/form/date-field";
import { FormGroup } from "../../record/form/form-group";
import { fieldOf, rowsOf } from "../../record/form/rows";
import type { RecordForm } from "../../record/form/use-record-form";
import { EvidenceEditor } from "../../source/form/evidence-editor";
import { DealAboutFields } from "./deal-about-fields";
import { DealAssetRows } from "./deal-asset-rows";
import type { DealFields } from "./deal-fields";
import { DealHeadFields } from "./deal-head-fields";
import { companiesOn } from "./deal-input";
import { DuplicateNotice } from "./duplicate-notice";
import { EventRows } from "./event-rows";
import { GrantRows } from "./grant-rows";
import { LinkRows } from "./link-rows";
import { PartyRows } from "./party-rows";
import { RoyaltyRows } from "./royalty-rows";
import { TermRows } from "./term-rows";
import { useDuplicates } from "./use-duplicates";
import { useSupportable } from "./use-supportable";

type Props = { form: RecordForm<DealFields, DealDoc> };

/** The groups of a deal's form. */
export function DealGroups({ form }: Props) {
  const t = useTranslations("deal-form");
  const { fields, change } = form;
  const duplicates = useDuplicates(fields);
  const [grantee = null] = companiesOn(fields.parties, "taking");
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
      <FormGroup id="who" title={t("who")} note={t("whoNote")}>
        <DealHeadFields fields={fields} change={change} />
        <PartyRows parties={fields.parties} rows={rowsOf(fieldOf(change, "parties"))} />
        <DuplicateNotice duplicates={duplicates} />
      </FormGroup>
      <FormGroup id="what" title={t("what")}>
        <DealAssetRows assets={fields.assets} rows={rowsOf(fieldOf(change, "assets"))} />
      </FormGroup>
      <FormGroup id="where" title={t("where")} note={t("whereNote")}>
        <GrantRows
          grants={fields.grants}
          rows={rowsOf(fieldOf(change, "grants"))}
          grantee={grantee}
        />
      </FormGroup>
      <MoneyGroup form={form} />
      <WhenGroup form={form} />
      <EvidenceGroup form={form} />
      <FormGroup id="about" title={t("about")}>
        <LinkRows links={fields.links} rows={rowsOf(fieldOf(change, "links"))} />
        <DealAboutFields fields={fields} change={change} />
      </FormGroup>
    </div>
  );
}

function MoneyGroup({ form: { fields, change, base } }: Props) {
  const t = useTranslations("deal-form");
  return (
    <FormGroup id="money" title={t("money")} note={t("moneyNote")}>
      <TermRows
        deal={fields}
        rows={rowsOf(fieldOf(change, "terms"))}
        recorded={new Set(base?.terms.map(({ id }) => id))}
      />
      <RoyaltyRows
        parties={fields.parties}
        royalties={fields.royalties}
        rows={rowsOf(fieldOf(change, "royalties"))}
      />
    </FormGroup>
  );
}

function WhenGroup({ form: { fields, change, base } }: Props) {
  const t = useTranslations("deal-form");
  return (
    <FormGroup id="when" title={t("when")} note={t("whenNote")}>
      <div className="grid gap-x-3 gap-y-4 sm:grid-cols-3">
        <DateField
          path="closedOn"
          label={t("closedOn")}
          value={fields.closedOn}
          onChange={(closedOn) => change((now) => ({ ...now, closedOn }))}
          optional
        />
        <DateField
          path="endedOn"
          label={t("endedOn")}
          value={fields.endedOn}
          onChange={(endedOn) => change((now) => ({ ...now, endedOn }))}
          optional
        />
      </div>
      <EventRows fields={fields} change={change} isKnown={base !== null} />
    </FormGroup>
  );
}

function EvidenceGroup({ form: { fields, change, base } }: Props) {
  const t = useTranslations("deal-form");
  const supportable = useSupportable(fields);
  const steps = base?.terms.flatMap((term) => term.steps) ?? [];
  return (
    <FormGroup id="evidence" title={t("evidence")} note={t("evidenceNote")}>
      <EvidenceEditor
        sources={fields.sources}
        claims={fields.claims}
        stored={new Set(base?.sources.map(({ id }) => id))}
        pinned={new Set(steps.flatMap(({ sourceId }) => sourceId ?? []))}
        supportable={supportable}
        onChange={(update) => change((now) => ({ ...now, ...update(now) }))}
      />
    </FormGroup>
  );
}
