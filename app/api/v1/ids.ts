import "server-only";
import { v7 as uuid } from "uuid";
import type { Ctx } from "@/lib/context";
import { findIdBySlug } from "@/lib/record/queries";
import type { Noun } from "@/lib/record/rules";

type Body = Record<string, unknown>;

/** What the keys of a body refer to. */
const references: Record<string, Noun> = {
  companyId: "COMPANY",
  parentId: "COMPANY",
  originatorId: "COMPANY",
  payerId: "COMPANY",
  payeeId: "COMPANY",
  granteeId: "COMPANY",
  assetId: "ASSET",
  toDealId: "DEAL",
};

/** Lists whose rows have no id: payment steps are known by their order. */
const withoutIds = new Set(["steps"]);

/**
 * A body with an id for each row that has none, and with the id of each record that it names by its slug. A slug
 * of nothing stays as it is, for the schema to refuse.
 */
export async function withKnownIds(ctx: Ctx, body: Body): Promise<Body> {
  const entries = Object.entries(body).map(async ([key, value]) => [
    key,
    await knownValue(ctx, key, value),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function knownValue(ctx: Ctx, key: string, value: unknown): Promise<unknown> {
  const noun = references[key];
  if (noun && typeof value === "string") return (await findIdBySlug(ctx, noun, value)) ?? value;
  if (!Array.isArray(value)) return value;
  const row = (one: Body) => (withoutIds.has(key) ? one : { id: uuid(), ...one });
  return Promise.all(value.map((one) => (isBody(one) ? withKnownIds(ctx, row(one)) : one)));
}

function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
