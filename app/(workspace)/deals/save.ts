"use server";

import { loadAssetRefs } from "@/lib/asset/queries";
import { loadCompanyRefs } from "@/lib/company/queries";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { dealProblems } from "@/lib/deal/rules";
import { type DealDoc, type DealInput, dealInput } from "@/lib/deal/schema";
import { dealWarnings } from "@/lib/deal/warning/rules";
import { findLikelyDuplicates } from "@/lib/quality/duplicate/queries";
import { duplicateWarnings } from "@/lib/quality/duplicate/rules";
import { assetPick, companyPick } from "../known";
import { saveAction } from "../record-save";

export const save = saveAction({
  noun: "DEAL",
  schema: dealInput,
  problems: dealProblems,
  save: saveDeals,
  load: loadDealDocs,
  known,
  toDoc: (input, common) => ({ ...input, ...common }),
  warnings,
});

async function known(ctx: Ctx, doc: DealDoc) {
  const linked = await loadDealDocs(
    ctx,
    doc.links.map(({ toDealId }) => toDealId),
  );
  const companies = await loadCompanyRefs(
    ctx,
    doc.parties.map(({ companyId }) => companyId),
  );
  const assets = await loadAssetRefs(
    ctx,
    doc.assets.map(({ assetId }) => assetId),
  );
  return [
    ...[...companies.values()].map(companyPick),
    ...[...assets.values()].map(assetPick),
    ...[...linked.values()].map(({ id, slug, title, announcedOn }) => ({
      id,
      slug,
      label: title,
      mark: announcedOn,
    })),
  ];
}

async function warnings(ctx: Ctx, deal: DealInput | DealDoc) {
  const companies = await loadCompanyRefs(
    ctx,
    deal.parties.map(({ companyId }) => companyId),
  );
  const duplicates = await findLikelyDuplicates(ctx, {
    companyIds: [...companies.keys()],
    assetIds: deal.assets.map(({ assetId }) => assetId),
    announcedOn: deal.announcedOn,
    exceptId: deal.id,
  });
  return [
    ...duplicateWarnings(duplicates),
    ...dealWarnings(deal, {
      countryOf: (id) => companies.get(id)?.country,
      today: new Date().toISOString().slice(0, 10),
    }),
  ];
}
