import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const text = z.string().optional();
const words = z.array(z.string()).default([]);
const list = <S extends z.ZodType>(row: S) => z.array(row).default([]);

const claim = z.strictObject({
  /** A field of the record, or `terms.<key>`, `events.<key>`, `grants.<key>`, `royalties.<key>`. */
  field: z.string(),
  value: text,
  source: z.string(),
  note: text,
  status: z.string(),
  reason: text,
});
export type ClaimRow = z.output<typeof claim>;

const name = z.strictObject({ name: z.string(), kind: z.string(), lang: z.string() });

const sourceRow = z.strictObject({
  key: z.string(),
  kind: z.string(),
  publisher: text,
  title: text,
  url: text,
  publishedOn: text,
  lang: text,
  grade: z.string(),
});

const companyRow = z.strictObject({
  slug: z.string(),
  name: z.string(),
  country: z.string(),
  kind: z.string(),
  city: text,
  foundedYear: z.number().optional(),
  website: text,
  parent: text,
  names: list(name),
  tickers: words,
  /** Fields that rest on memory. */
  recalled: words,
  claims: list(claim),
});

const assetRow = z.strictObject({
  slug: z.string(),
  name: z.string(),
  modality: z.string(),
  targets: words,
  originator: text,
  currentStage: text,
  names: list(name),
});

const grant = z.strictObject({
  key: z.string(),
  grantee: text,
  rights: words,
  exclusivity: z.string(),
  field: text,
  wording: text,
  include: words,
  exclude: words,
  condition: text,
});

const step = z.strictObject({
  to: z.string(),
  on: text,
  source: text,
  note: text,
  actualAmount: text,
  actualCurrency: text,
  actualDisclosure: text,
});

const term = z.strictObject({
  key: z.string(),
  kind: z.string(),
  payer: text,
  payee: text,
  disclosure: z.string(),
  currency: text,
  /** The one figure of the disclosure: a ceiling, a floor or the amount itself. */
  amount: text,
  wording: text,
  inHeadline: z.boolean().optional(),
  pool: text,
  openedBy: text,
  closedBy: text,
  category: text,
  trigger: text,
  region: text,
  thresholdAmount: text,
  thresholdCurrency: text,
  expectedOn: text,
  initialState: text,
  steps: list(step),
});

const royalty = z.strictObject({
  key: z.string(),
  payer: text,
  payee: text,
  base: text,
  wording: text,
  disclosure: z.string(),
  inHeadline: z.boolean().optional(),
  tiers: list(z.strictObject({ rateMin: z.string(), rateMax: z.string() })),
});

const event = z.strictObject({
  key: z.string(),
  kind: z.string(),
  on: text,
  summary: z.string(),
  source: text,
});

const dealRow = z.strictObject({
  slug: z.string(),
  title: z.string(),
  type: z.string(),
  structures: words,
  status: z.string(),
  announcedOn: z.string(),
  closedOn: text,
  endedOn: text,
  summary: text,
  tags: words,
  parties: z.array(z.strictObject({ company: z.string(), role: z.string(), signatory: text })),
  assets: list(
    z.strictObject({ asset: z.string(), stageAtSigning: z.string(), indications: words }),
  ),
  grants: list(grant),
  terms: list(term),
  royalties: list(royalty),
  events: list(event),
  links: list(z.strictObject({ to: z.string(), kind: z.string(), note: text })),
  claims: list(claim),
});

/** One amount as it was given in two currencies. */
const rateRow = z.strictObject({
  deal: z.string(),
  on: z.string(),
  currency: z.string(),
  amount: z.string(),
  dollars: z.string(),
  source: z.string(),
});

export type SourceRow = z.output<typeof sourceRow>;
export type CompanyRow = z.output<typeof companyRow>;
export type AssetRow = z.output<typeof assetRow>;
export type DealRow = z.output<typeof dealRow>;
export type RateRow = z.output<typeof rateRow>;
export type TermRow = DealRow["terms"][number];
export type GrantRow = DealRow["grants"][number];
export type RoyaltyRow = DealRow["royalties"][number];

const folder = path.join(process.cwd(), "prisma/seed/data");

function read<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  return schema.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
}

/**
 * The data files, in their own form: records are named by slug, sources by key, rows by a key of their deal.
 * A key that is not of the form is an error, so that nothing is dropped on the way.
 */
export function readCatalogue() {
  const deals = readdirSync(path.join(folder, "deals")).map((file) =>
    read(`deals/${file}`, dealRow),
  );
  return {
    sources: read("sources.json", z.array(sourceRow)),
    companies: read("companies.json", z.array(companyRow)),
    assets: read("assets.json", z.array(assetRow)),
    rates: read("rates.json", z.array(rateRow)),
    deals: deals.sort((a, b) =>
      `${a.announcedOn} ${a.slug}` < `${b.announcedOn} ${b.slug}` ? -1 : 1,
    ),
  };
}
