import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { KnownNames } from "@/lib/intake/schema";
import { DealType, Modality, PartyRole, Stage } from "@/prisma/generated/enums";

const folder = "tests/announcements";
const optional = z.string().nullable().default(null);

/** What a person reads in an announcement; an amount is "UP_TO USD 730000000". */
const expectation = z.strictObject({
  /** The deal of the starting catalogue whose facts the text tells. */
  deal: z.string(),
  /** Written after the rules: see docs/decisions/0097. */
  holdOut: z.boolean().default(false),
  type: z.enum(DealType),
  announcedOn: z.string(),
  signedOn: optional,
  closedOn: optional,
  event: optional,
  parties: z.record(z.string(), z.enum(PartyRole)),
  /** Named in the text and arguably parties: neither wanted nor wrong. */
  maybeParties: z.array(z.string()).default([]),
  assets: z.array(z.string()),
  /** Whether the text names its products at all. */
  assetsNamed: z.boolean().default(true),
  include: z.array(z.string()).nullable().default(null),
  exclude: z.array(z.string()).default([]),
  upfront: optional,
  headline: optional,
  purchase: optional,
  equity: optional,
  nearTerm: optional,
  optionFee: optional,
  milestones: z.array(z.string()),
  royalty: z.boolean(),
  stage: z.enum(Stage).nullable().default(null),
  modality: z.enum(Modality).nullable().default(null),
  targets: z.array(z.string()).default([]),
  indications: z.array(z.string()).default([]),
});
export type Expected = z.output<typeof expectation>;

export type Announcement = { name: string; text: string; expected: Expected };

/** The test set: realistic announcements in wording of our own, true to the starting catalogue. */
export function announcements(): Announcement[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const [head = "", ...rest] = readFileSync(`${folder}/${name}`, "utf8").split("\n---\n");
      return { name, expected: expectation.parse(JSON.parse(head)), text: rest.join("\n---\n") };
    });
}

const companyFile = z.array(
  z.looseObject({
    slug: z.string(),
    name: z.string(),
    country: z.string(),
    names: z.array(z.looseObject({ name: z.string() })).default([]),
  }),
);
const assetFile = z.array(
  z.looseObject({
    slug: z.string(),
    name: z.string(),
    names: z.array(z.looseObject({ name: z.string() })).default([]),
  }),
);

/** The names of the starting catalogue; a slug stands for the id. */
export function seededNames(): KnownNames {
  const read = (name: string) => JSON.parse(readFileSync(`prisma/seed/data/${name}.json`, "utf8"));
  return {
    companies: companyFile.parse(read("companies")).map(({ slug, name, country, names }) => ({
      id: slug,
      name,
      country,
      names: names.map((each) => each.name),
    })),
    assets: assetFile.parse(read("assets")).map(({ slug, name, names }) => ({
      id: slug,
      name,
      names: names.map((each) => each.name),
    })),
  };
}
