import { v7 as uuid } from "uuid";
import { DealStatus, DealType, Disclosure, Exclusivity, Stage } from "@/prisma/generated/enums";
import { type DealDoc, type DealInput, dealInput } from "../../../deal/schema";
import { territoryCode } from "../../../territory/schema";
import { line, paragraph, webAddress } from "../../../text";
import {
  amountCell,
  codesCell,
  currencyCell,
  dateCell,
  flagCell,
  namesCell,
  type Problem,
  percentCell,
  type Reader,
  textCell,
  textsCell,
  wordCell,
  wordsCell,
} from "../cell/rules";
import { type Built, type Draft, type Layout, type Refs, splitList } from "../rules";
import { groups, type RowNow, termsOf } from "./money/rules";
import { partiesOf, sidesOf } from "./party/rules";

const disclosure = wordCell(Object.values(Disclosure));

const moneyReaders: Record<string, Reader> = {
  ...Object.fromEntries(
    groups.flatMap(({ prefix }) => [
      [`${prefix}_min`, amountCell],
      [`${prefix}_max`, amountCell],
      [`${prefix}_disclosure`, disclosure],
    ]),
  ),
  milestones_development_max: amountCell,
  milestones_regulatory_max: amountCell,
  milestones_sales_max: amountCell,
  milestones_total_min: amountCell,
  milestones_total_max: amountCell,
  milestones_disclosure: disclosure,
};

const currencies = Object.fromEntries(
  Object.entries(moneyReaders)
    .filter(([, reader]) => reader === amountCell)
    .map(([column]) => [column, "currency"]),
);

export const dealLayout: Layout = {
  idColumn: "deal_id",
  labelColumn: "title",
  required: ["title", "type", "announced_on"],
  readers: {
    title: textCell(line(200)),
    type: wordCell(Object.values(DealType)),
    structures: wordsCell(Object.values(DealType)),
    status: wordCell(Object.values(DealStatus)),
    announced_on: dateCell,
    closed_on: dateCell,
    ended_on: dateCell,
    licensor_ids: namesCell,
    licensor_names: namesCell,
    licensee_ids: namesCell,
    licensee_names: namesCell,
    other_parties: namesCell,
    asset_ids: namesCell,
    asset_names: namesCell,
    indications: textsCell(line(200), true),
    stage_at_signing: wordsCell(Object.values(Stage)),
    territory_include: codesCell(territoryCode, true),
    territory_exclude: codesCell(territoryCode, true),
    territory_text: textCell(line(500)),
    exclusivity: wordsCell(Object.values(Exclusivity)),
    currency: currencyCell,
    ...moneyReaders,
    headline_includes_royalties: flagCell,
    royalty_disclosure: disclosure,
    royalty_min_pct: percentCell,
    royalty_max_pct: percentCell,
    royalty_wording: textCell(line(500)),
    primary_source_url: textCell(webAddress),
    summary: textCell(paragraph(4000)),
  },
  names: [
    { names: "licensor_names", ids: "licensor_ids", noun: "companies" },
    { names: "licensee_names", ids: "licensee_ids", noun: "companies" },
    { names: "asset_names", ids: "asset_ids", noun: "assets" },
  ],
  ids: {
    licensor_ids: "companies",
    licensee_ids: "companies",
    other_parties: "companies",
    asset_ids: "assets",
  },
  currencies,
  precisions: {
    announced_precision: "announced_on",
    closed_precision: "closed_on",
    ended_precision: "ended_on",
  },
  aside: [
    ...["schema_version", "deal_id", "deal_url", "created_at", "updated_at", "version"],
    ...["announced_precision", "closed_precision", "ended_precision"],
  ],
  sameIf: ["title", "announced_on"],
};

const here = (column: string, message: string): Problem => ({
  code: "NOT_IN_THIS_FILE",
  column,
  message,
});

/** The deal that one row makes of what is stored. */
export function buildDeal(
  doc: DealDoc | null,
  [draft]: readonly Draft[],
  refs: Refs,
): Built<DealInput> {
  const values = draft?.values ?? {};
  const now: RowNow = (column) =>
    (column in values ? values[column] : draft?.stored?.[column]) ?? null;
  const at = <T>(column: string, before: T) => (column in values ? values[column] : before);
  const type = dealInput.shape.type.safeParse(now("type")).data ?? "OTHER";
  const parties = partiesOf(doc?.parties ?? [], values, type, refs.companies);
  const assets = assetsOf(doc?.assets ?? [], values, refs);
  const grants = grantsOf(doc?.grants ?? [], values, now);
  const money = termsOf(doc?.terms ?? [], values, now, sidesOf(parties));
  const royalties = royaltiesOf(doc?.royalties ?? [], values, now);
  const evidence = evidenceOf(doc, values);
  const problems = [
    ...assets.problems,
    ...grants.problems,
    ...money.problems,
    ...royalties.problems,
    ...evidence.problems,
  ];
  if (problems.length > 0) return { problems };
  const built = dealInput.safeParse({
    ...(doc ? { id: doc.id, version: doc.version } : draft?.slug && { slug: draft.slug }),
    title: at("title", doc?.title),
    type: at("type", doc?.type),
    structures: "structures" in values ? splitList(values.structures) : (doc?.structures ?? []),
    status: at("status", doc?.status ?? "UNKNOWN") ?? "UNKNOWN",
    announcedOn: at("announced_on", doc?.announcedOn),
    closedOn: at("closed_on", doc?.closedOn ?? null),
    endedOn: at("ended_on", doc?.endedOn ?? null),
    summary: at("summary", doc?.summary ?? null),
    tags: doc?.tags ?? [],
    ...{ parties, assets: assets.rows, grants: grants.rows, terms: money.terms },
    ...{ royalties: royalties.rows, events: doc?.events ?? [], links: doc?.links ?? [] },
    ...{ sources: evidence.sources, claims: evidence.claims },
  });
  if (built.success) return { input: built.data };
  return {
    problems: built.error.issues.map(({ path, message }) => ({
      code: "REFUSED",
      column: dealColumn(path.join(".")),
      message,
    })),
  };
}

type Rows<T> = { rows: T[]; problems: Problem[] };

/** Assets by their addresses; stages and indications are said of one asset only. */
function assetsOf(
  before: DealDoc["assets"],
  values: Draft["values"],
  refs: Refs,
): Rows<DealDoc["assets"][number]> {
  const named = values.asset_ids === undefined ? null : splitList(values.asset_ids);
  let rows = before;
  if (named) {
    rows = named.flatMap((slug) => {
      const assetId = refs.assets.get(slug)?.id;
      if (!assetId) return [];
      const there = before.find((asset) => asset.assetId === assetId);
      return [
        there ?? { id: uuid(), assetId, stageAtSigning: "UNKNOWN" as const, indications: [] },
      ];
    });
  }
  const said = ["stage_at_signing", "indications"].filter((column) => column in values);
  if (said.length === 0) return { rows, problems: [] };
  const stages = splitList(values.stage_at_signing);
  if (rows.length !== 1 || stages.length > 1) {
    if (rows.length === 0 && said.every((column) => isNothing(values[column])))
      return { rows, problems: [] };
    const message = "Stage and indications can be given here for a deal of one asset only";
    return { rows, problems: said.map((column) => here(column, message)) };
  }
  const stage = Object.values(Stage).find((one) => one === stages[0]);
  return {
    rows: rows.map((asset) => ({
      ...asset,
      ...("stage_at_signing" in values && { stageAtSigning: stage ?? ("UNKNOWN" as const) }),
      ...("indications" in values && { indications: splitList(values.indications) }),
    })),
    problems: [],
  };
}

const isNothing = (cell: string | null | undefined) => !cell || cell === "UNKNOWN";

const grantColumns = ["territory_include", "territory_exclude", "territory_text", "exclusivity"];

/** The rights of a deal with one grant, or none yet. */
function grantsOf(
  before: DealDoc["grants"],
  values: Draft["values"],
  now: RowNow,
): Rows<DealDoc["grants"][number]> {
  const said = grantColumns.filter((column) => column in values);
  if (said.length === 0) return { rows: before, problems: [] };
  const [grant, ...more] = before;
  const degrees = splitList(now("exclusivity"));
  if (more.length > 0 || degrees.length > 1) {
    const message = "This deal has several grants; change them on its page";
    return { rows: before, problems: said.map((column) => here(column, message)) };
  }
  const territories = (["INCLUDE", "EXCLUDE"] as const).flatMap((mode) =>
    splitList(now(`territory_${mode.toLowerCase()}`)).map((code) => {
      const there = grant?.territories.find((one) => one.mode === mode && one.code === code);
      return there ?? { id: uuid(), mode, code, wording: null, condition: null };
    }),
  );
  const blank = { id: uuid(), granteeId: null, rights: [], field: null };
  const exclusivity = Object.values(Exclusivity).find((one) => one === degrees[0]) ?? "UNKNOWN";
  const row = { ...(grant ?? blank), exclusivity, wording: now("territory_text"), territories };
  return { rows: [row], problems: [] };
}

const royaltyColumns = [
  "royalty_disclosure",
  "royalty_min_pct",
  "royalty_max_pct",
  "royalty_wording",
  "headline_includes_royalties",
];

/** The royalty of a deal with one of one tier, or none yet. */
function royaltiesOf(
  before: DealDoc["royalties"],
  values: Draft["values"],
  now: RowNow,
): Rows<DealDoc["royalties"][number]> {
  const said = royaltyColumns.filter((column) => column in values);
  if (said.length === 0) return { rows: before, problems: [] };
  const [royalty, ...more] = before;
  if (more.length > 0 || (royalty?.tiers.length ?? 0) > 1) {
    const message = "This deal has several royalty rates; change them on its page";
    return { rows: before, problems: said.map((column) => here(column, message)) };
  }
  const word = now("royalty_disclosure") ?? "NOT_RESEARCHED";
  const inHeadline = now("headline_includes_royalties") === "true";
  const [rateMin, rateMax] = [now("royalty_min_pct"), now("royalty_max_pct")];
  const wording = now("royalty_wording");
  const nothing = word === "NOT_RESEARCHED" && rateMin === null && rateMax === null;
  if (!royalty && nothing && wording === null && !inHeadline) return { rows: [], problems: [] };
  const tier = royalty?.tiers[0] ?? {
    ...{ id: uuid(), salesFrom: null, salesTo: null, salesCurrency: null },
  };
  const tiers = rateMin === null && rateMax === null ? [] : [{ ...tier, rateMin, rateMax }];
  const blank = { id: uuid(), payerId: null, payeeId: null, base: null };
  const disclosed = Object.values(Disclosure).find((one) => one === word) ?? "NOT_RESEARCHED";
  const row = { ...(royalty ?? blank), wording, disclosure: disclosed, inHeadline, tiers };
  return { rows: [row], problems: [] };
}

/** What of a row its source supports, by the field of the deal. */
const supports: Record<string, string> = {
  announced_on: "announcedOn",
  licensor_ids: "parties",
  asset_ids: "assets",
  stage_at_signing: "stageAtSigning",
  territory_include: "territory",
  upfront_max: "upfront",
  milestones_total_max: "milestones",
  headline_max: "headline",
};

/** A new deal's source supports what its row says; the sources of a stored one are changed on its page. */
function evidenceOf(doc: DealDoc | null, values: Draft["values"]) {
  const url = values.primary_source_url;
  if (doc) {
    const message = "Add sources on the page of the deal";
    const problems = url === undefined ? [] : [here("primary_source_url", message)];
    return { sources: doc.sources, claims: doc.claims, problems };
  }
  if (!url) return { sources: [], claims: [], problems: [] };
  const source = {
    ...{ id: uuid(), kind: "OTHER", publisher: null, title: null, url },
    ...{ publishedOn: null, lang: null, grade: "PRESS" },
  };
  const said = Object.entries(supports).filter(([column]) => values[column]);
  const claims = said.map(([, field]) => ({
    ...{ id: uuid(), field, sourceId: source.id, status: "ACCEPTED" },
    ...{ value: null, quote: null, note: null, reason: null },
  }));
  return { sources: [source], claims, problems: [] };
}

const columnsOf: Record<string, string> = {
  announcedOn: "announced_on",
  closedOn: "closed_on",
  endedOn: "ended_on",
  parties: "licensor_ids",
  assets: "asset_ids",
  grants: "territory_include",
  terms: "currency",
  royalties: "royalty_disclosure",
  links: "related_deals",
  sources: "primary_source_url",
  claims: "primary_source_url",
  slug: "deal_id",
};

export function dealColumn(path: string): string {
  const [field = ""] = path.split(".");
  return columnsOf[field] ?? field;
}
