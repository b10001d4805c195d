import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { licence, someRecords, term } from "./deals";
import { is } from "./is";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** What a form sends, with every field of it filled in. */
export const wholeSource = {
  id: id(1),
  kind: "RELEASE",
  publisher: "A wire",
  title: "A paper",
  url: "https://example.com/a-paper",
  publishedOn: "2024-11-22",
  lang: "en",
  grade: "PRESS",
};

const evidence = {
  sources: [wholeSource],
  claims: [
    {
      id: id(2),
      field: "title",
      value: "A value",
      sourceId: id(1),
      quote: "A quote",
      note: "A note",
      status: "PROPOSED",
      reason: "A reason",
    },
  ],
};

export const wholeCompany = {
  name: "Acme",
  slug: "acme-of-the-test",
  country: "JP",
  city: "Osaka",
  kind: "PHARMA",
  foundedYear: "1901",
  website: "https://acme.example",
  parentId: null,
  names: [{ id: id(3), name: "アクメ", lang: "ja", kind: "NATIVE" }],
  identifiers: [{ id: id(4), scheme: "ROR", value: "012345" }],
  ...evidence,
};

export const wholeAsset = {
  name: "AC-1",
  slug: "ac-1-of-the-test",
  modality: "ADC",
  targets: ["HER2"],
  originatorId: null,
  currentStage: "PHASE_2",
  names: [{ id: id(5), name: "アクマブ", lang: "ja", kind: "CODE" }],
  ...evidence,
};

/** A deal between two companies of the open transaction, with a row in each of its sections. */
export async function wholeDeal(ctx: Ctx) {
  const records = await someRecords(ctx);
  const [other] = await saveDeals(ctx, [licence(records)]);
  const [licensor, licensee] = [records.licensor.id, records.licensee.id];
  return {
    title: "A deal",
    slug: "a-deal-of-the-test",
    type: "LICENSE",
    structures: ["OPTION"],
    status: "ACTIVE",
    announcedOn: "2024-11",
    closedOn: "2024-12-01",
    endedOn: "2025",
    summary: "Words\nand more",
    tags: ["tag"],
    parties: [
      { id: id(6), companyId: licensor, signatory: "A subsidiary", role: "LICENSOR" },
      { id: id(7), companyId: licensee, signatory: null, role: "LICENSEE" },
    ],
    assets: [
      { id: id(8), assetId: records.asset.id, stageAtSigning: "PHASE_1", indications: ["Cancer"] },
    ],
    grants: [wholeGrant(licensee)],
    terms: [wholeTerm(licensor, licensee)],
    royalties: [wholeRoyalty(licensor, licensee)],
    events: [
      { id: id(9), kind: "CLOSED", on: "2024-12-01", summary: "It closed", sourceId: id(1) },
    ],
    links: [{ id: id(10), toDealId: is(other).id, kind: "FOLLOWS", note: "A note" }],
    ...evidence,
  };
}

function wholeGrant(granteeId: string) {
  return {
    id: id(11),
    granteeId,
    rights: ["DEVELOP"],
    exclusivity: "EXCLUSIVE",
    field: "Oncology",
    wording: "The words of the source",
    territories: [
      { id: id(12), mode: "INCLUDE", code: "JP", wording: "Japan", condition: "On approval" },
    ],
  };
}

function wholeTerm(payeeId: string, payerId: string) {
  return {
    id: id(13),
    kind: "UPFRONT",
    payerId,
    payeeId,
    disclosure: "EXACT",
    currency: "USD",
    min: "400m",
    max: "400m",
    wording: "The words of the source",
    inHeadline: true,
    poolId: null,
    openedById: id(9),
    closedById: null,
    category: null,
    trigger: "On signing",
    region: "JP",
    thresholdAmount: "1000",
    thresholdCurrency: "USD",
    expectedOn: "2025",
    initialState: "CONTINGENT",
    steps: [
      {
        to: "TRIGGERED",
        on: "2024-12",
        actualAmount: "1m",
        actualCurrency: "USD",
        actualDisclosure: "EXACT",
        note: "A note",
        sourceId: id(1),
      },
    ],
  };
}

function wholeRoyalty(payeeId: string, payerId: string) {
  const tier = {
    salesFrom: "0",
    salesTo: "1bn",
    salesCurrency: "USD",
    rateMin: "5",
    rateMax: "10",
  };
  return {
    id: id(14),
    payerId,
    payeeId,
    base: "net sales",
    wording: "The words of the source",
    disclosure: "EXACT",
    inHeadline: false,
    tiers: [{ id: id(15), ...tier }],
  };
}

/** A step of a payment of a deal in the open transaction. */
export async function wholeStep(ctx: Ctx) {
  const payment = term({ kind: "UPFRONT" });
  const deal = licence(await someRecords(ctx), { terms: [payment] });
  const [saved] = await saveDeals(ctx, [deal]);
  return {
    dealId: is(saved).id,
    version: 1,
    termId: payment.id,
    from: "CONTINGENT",
    to: "TRIGGERED",
    on: "2024-11",
    actualAmount: "1m",
    actualCurrency: "USD",
    actualDisclosure: "EXACT",
    note: "A note",
    sourceId: null,
    sourceUrl: "https://example.com/another-paper",
  };
}

/** What the dialog that withdraws a deal sends. */
export async function wholeWithdrawal(ctx: Ctx) {
  const [saved] = await saveDeals(ctx, [licence(await someRecords(ctx), { links: [] })]);
  return { id: is(saved).id, version: 1, reason: "A wrong entry" };
}
