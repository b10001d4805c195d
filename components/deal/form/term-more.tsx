"use client";

import { useTranslations } from "next-intl";
import { DateField } from "../../record/form/date-field";
import { useForm } from "../../record/form/form-context";
import { MoreFields } from "../../record/form/more-fields";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { Checkbox } from "../../ui/checkbox";
import { MoneyField } from "./money-field";
import { PayFields } from "./pay-fields";
import { RegionField } from "./region-field";
import type { TermProps } from "./term-row";

const folded = [
  "payerId",
  "payeeId",
  "wording",
  "poolId",
  "region",
  "thresholdAmount",
  "thresholdCurrency",
  "expectedOn",
  "openedById",
  "closedById",
];

/** Who pays whom, and what only some payments have. */
export function TermMore(props: TermProps) {
  const t = useTranslations("deal-form");
  const { isTroubled, known } = useForm();
  const { path, term } = props;
  const name = (id: string | null) => known.get(id ?? "")?.label;
  const flow = [name(term.payerId), name(term.payeeId)].filter(Boolean).join(" → ");
  return (
    <MoreFields
      summary={
        <>
          {t("termMore")}
          <span className="text-ink-3">
            {[flow, !term.inHeadline && t("notInHeadline")].filter(Boolean).join(" · ")}
          </span>
        </>
      }
      troubled={folded.some((leaf) => isTroubled(`${path}.${leaf}`))}
    >
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <FlowFields {...props} />
        <MilestoneFields {...props} />
        <HappeningFields {...props} />
      </div>
    </MoreFields>
  );
}

function FlowFields({ path, term, onChange }: TermProps) {
  const t = useTranslations("deal-form");
  return (
    <>
      <PayFields path={path} flow={term} onChange={onChange} />
      <TextField
        path={`${path}.wording`}
        label={t("wording")}
        value={term.wording}
        onChange={(wording) => onChange({ wording })}
        className="lg:col-span-2"
      />
      <Checkbox
        name={`${path}.inHeadline`}
        label={t("inHeadline")}
        note={t("inHeadlineNote")}
        checked={term.inHeadline}
        onChange={({ target }) => onChange({ inHeadline: target.checked })}
        className="lg:col-span-2"
      />
    </>
  );
}

function MilestoneFields({ path, term, pools, onChange }: TermProps) {
  const t = useTranslations("deal-form");
  return (
    <>
      {(pools.length > 0 || term.poolId) && (
        <SelectField
          path={`${path}.poolId`}
          label={t("pool")}
          value={term.poolId}
          choices={pools}
          onChange={(poolId) => onChange({ poolId })}
          blank={{ label: t("noPool"), onChange: () => onChange({ poolId: null }) }}
        />
      )}
      <RegionField
        path={`${path}.region`}
        label={t("region")}
        value={term.region}
        onChange={(region) => onChange({ region })}
      />
      <MoneyField
        path={`${path}.thresholdAmount`}
        standsFor={[`${path}.thresholdCurrency`]}
        label={t("threshold")}
        placeholder="US$200m"
        value={term.threshold}
        usual={term.currency}
        onChange={(threshold) => onChange({ threshold })}
      />
      <DateField
        path={`${path}.expectedOn`}
        label={t("expectedOn")}
        placeholder="2027-H1"
        value={term.expectedOn}
        onChange={(expectedOn) => onChange({ expectedOn })}
      />
    </>
  );
}

function HappeningFields({ path, term, events, onChange }: TermProps) {
  const t = useTranslations("deal-form");
  if (events.length === 0 && !term.openedById && !term.closedById) return null;
  return (
    <>
      <SelectField
        path={`${path}.openedById`}
        label={t("openedBy")}
        value={term.openedById}
        choices={events}
        onChange={(openedById) => onChange({ openedById })}
        blank={{ label: t("bySigning"), onChange: () => onChange({ openedById: null }) }}
      />
      <SelectField
        path={`${path}.closedById`}
        label={t("closedBy")}
        value={term.closedById}
        choices={events}
        onChange={(closedById) => onChange({ closedById })}
        blank={{ label: t("stillOpen"), onChange: () => onChange({ closedById: null }) }}
      />
    </>
  );
}
