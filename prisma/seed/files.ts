import { readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const words = z.array(z.string()).default([]);

const claim = z.strictObject({
  field: z.string(),
  value: z.string().optional(),
  source: z.string(),
  note: z.string().optional(),
  status: z.string(),
  reason: z.string().optional(),
});
export type ClaimFile = z.output<typeof claim>;

/** The data files name records by slug, sources by address or key, rows by a key of their deal. */
export const shapes = {
  sources: z.strictObject({
    key: z.string(),
    kind: z.string(),
    publisher: z.string().optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    publishedOn: z.string().optional(),
    grade: z.string(),
  }),
  companies: z.strictObject({
    slug: z.string(),
    name: z.string(),
    country: z.string(),
    kind: z.string(),
    city: z.string().optional(),
    foundedYear: z.number().optional(),
    website: z.string().optional(),
    parent: z.string().optional(),
    names: z
      .array(z.strictObject({ name: z.string(), kind: z.string(), lang: z.string() }))
      .default([]),
    tickers: words,
    /** Fields that rest on memory. */
    recalled: words,
    claims: z.array(claim).default([]),
  }),
  assets: z.strictObject({
    slug: z.string(),
    name: z.string(),
    modality: z.string(),
    targets: words,
    originator: z.string().optional(),
    names: z
      .array(z.strictObject({ name: z.string(), kind: z.string(), lang: z.string() }))
      .default([]),
  }),
  deals: z.strictObject({
    slug: z.string(),
    title: z.string(),
    type: z.string(),
    structures: words,
    status: z.string(),
    announcedOn: z.string(),
    closedOn: z.string().optional(),
    endedOn: z.string().optional(),
    summary: z.string().optional(),
    tags: words,
    parties: z.array(
      z.strictObject({ company: z.string(), role: z.string(), signatory: z.string().optional() }),
    ),
    assets: z
      .array(z.strictObject({ asset: z.string(), stageAtSigning: z.string(), indications: words }))
      .default([]),
    grants: z
      .array(
        z.strictObject({
          key: z.string(),
          grantee: z.string().optional(),
          exclusivity: z.string(),
          wording: z.string().optional(),
          condition: z.string().optional(),
          include: words,
          exclude: words,
        }),
      )
      .default([]),
    terms: z
      .array(
        z.strictObject({
          key: z.string(),
          kind: z.string(),
          payer: z.string().optional(),
          payee: z.string().optional(),
          disclosure: z.string(),
          currency: z.string().optional(),
          amount: z.string().optional(),
          wording: z.string().optional(),
          inHeadline: z.boolean().optional(),
          pool: z.string().optional(),
          category: z.string().optional(),
          trigger: z.string().optional(),
          thresholdAmount: z.string().optional(),
          thresholdCurrency: z.string().optional(),
          initialState: z.string().optional(),
          steps: z.array(z.record(z.string(), z.string())).default([]),
        }),
      )
      .default([]),
    royalties: z
      .array(
        z.strictObject({
          key: z.string(),
          payer: z.string().optional(),
          payee: z.string().optional(),
          base: z.string().optional(),
          wording: z.string().optional(),
          disclosure: z.string(),
          inHeadline: z.boolean().optional(),
          tiers: z.array(z.strictObject({ rateMin: z.string(), rateMax: z.string() })).default([]),
        }),
      )
      .default([]),
    events: z
      .array(
        z.strictObject({
          key: z.string(),
          kind: z.string(),
          on: z.string().optional(),
          summary: z.string(),
        }),
      )
      .default([]),
    links: z.array(z.strictObject({ deal: z.string(), kind: z.string() })).default([]),
    claims: z.array(claim).default([]),
  }),
};

type Shapes = typeof shapes;
export type Row<F extends keyof Shapes> = z.output<Shapes[F]>;

/** Every row of one data file, checked. */
export function readRows<F extends keyof Shapes>(file: F): Row<F>[] {
  const text = readFileSync(path.join(process.cwd(), "prisma/seed/data", `${file}.json`), "utf8");
  return z.array<z.ZodType>(shapes[file]).parse(JSON.parse(text)) as Row<F>[];
}
