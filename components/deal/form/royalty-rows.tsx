"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { Disclosure } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { RowList } from "../../record/form/row-list";
import { type Rows, rowsOf } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { Checkbox } from "../../ui/checkbox";
import type { DealFields, RoyaltyFields, TierFields } from "./deal-fields";
import { companiesOn } from "./deal-input";
import { MoneyField } from "./money-field";
import { PayFields } from "./pay-fields";

/** Royalties: what they are taken of, how the release words them, and the tiers where rates are known. */
export function RoyaltyRows({
  parties,
  royalties,
  rows,
}: Pick<DealFields, "parties" | "royalties"> & { rows: Rows<RoyaltyFields> }) {
  const t = useTranslations("deal-form");
  const add = () => {
    const [payerId = null] = companiesOn(parties, "taking");
    const [payeeId = null] = companiesOn(parties, "giving");
    rows.add({
      ...{ id: uuid(), payerId, payeeId, base: t("netSales"), wording: null },
      ...{ disclosure: "UNDISCLOSED", inHeadline: false, tiers: [] },
    });
  };
  return (
    <RowList
      path="royalties"
      label={t("royalties")}
      rows={royalties}
      nameOf={(_, index) => t("royaltyNumber", { number: index + 1 })}
      onRemove={rows.remove}
      labels="all"
      add={<AddButton onClick={add}>{t("royalty")}</AddButton>}
    >
      {(royalty, index) => (
        <div className="grid gap-3">
          <RoyaltyMain
            path={`royalties.${index}`}
            royalty={royalty}
            onChange={(patch) => rows.patch(royalty.id, patch)}
          />
          <Tiers
            path={`royalties.${index}.tiers`}
            tiers={royalty.tiers}
            onChange={(tiers) =>
              rows.patch(royalty.id, {
                tiers,
                // Rates without a word of how they were said are a range.
                ...(royalty.disclosure === "UNDISCLOSED" &&
                  tiers.some(({ rate }) => rate.trim()) && { disclosure: "RANGE" }),
              })
            }
          />
        </div>
      )}
    </RowList>
  );
}

function RoyaltyMain({
  path,
  royalty,
  onChange,
}: {
  path: string;
  royalty: RoyaltyFields;
  onChange: (patch: Partial<RoyaltyFields>) => void;
}) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
      <TextField
        path={`${path}.wording`}
        label={t("royaltyWording")}
        placeholder={t("royaltyPlaceholder")}
        value={royalty.wording}
        onChange={(wording) => onChange({ wording })}
        className="sm:col-span-2"
      />
      <TextField
        path={`${path}.base`}
        label={t("base")}
        value={royalty.base}
        onChange={(base) => onChange({ base })}
      />
      <SelectField
        path={`${path}.disclosure`}
        label={t("disclosure")}
        value={royalty.disclosure}
        choices={choices("disclosure", Object.values(Disclosure))}
        onChange={(disclosure) => onChange({ disclosure })}
      />
      <PayFields path={path} flow={royalty} onChange={onChange} />
      <Checkbox
        name={`${path}.inHeadline`}
        label={t("inHeadline")}
        checked={royalty.inHeadline}
        onChange={({ target }) => onChange({ inHeadline: target.checked })}
        className="self-end sm:col-span-2"
      />
    </div>
  );
}

function Tiers({
  path,
  tiers,
  onChange,
}: {
  path: string;
  tiers: TierFields[];
  onChange: (tiers: TierFields[]) => void;
}) {
  const t = useTranslations("deal-form");
  const rows = rowsOf<TierFields>((update) => onChange(update(tiers)));
  const add = () =>
    rows.add({ id: uuid(), salesFrom: tiers.at(-1)?.salesTo ?? "", salesTo: "", rate: "" });
  return (
    <RowList
      path={path}
      label={t("tiers")}
      rows={tiers}
      nameOf={(_, index) => t("tierNumber", { number: index + 1 })}
      onRemove={rows.remove}
      labels="all"
      dense
      add={<AddButton onClick={add}>{t("tier")}</AddButton>}
    >
      {(tier, index) => (
        <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3">
          <TextField
            path={`${path}.${index}.rateMin`}
            standsFor={[`${path}.${index}.rateMax`]}
            label={t("rate")}
            placeholder="10–12.5"
            value={tier.rate}
            onChange={(rate) => rows.patch(tier.id, { rate })}
            className="max-sm:col-span-2"
          />
          <MoneyField
            path={`${path}.${index}.salesFrom`}
            standsFor={[`${path}.${index}.salesCurrency`]}
            label={t("salesFrom")}
            placeholder="0"
            value={tier.salesFrom}
            usual={null}
            onChange={(salesFrom) => rows.patch(tier.id, { salesFrom })}
          />
          <MoneyField
            path={`${path}.${index}.salesTo`}
            label={t("salesTo")}
            placeholder="US$500m"
            value={tier.salesTo}
            usual={null}
            onChange={(salesTo) => rows.patch(tier.id, { salesTo })}
          />
        </div>
      )}
    </RowList>
  );
}
