import "server-only";
import * as z from "zod";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import { type ComparedDeal, type ComparedRow, comparedAmounts, toComparedDeal } from "./dto";

const bounds = comparedAmounts.flatMap((name) => {
  const column = name === "milestones" ? "milestones_total" : name;
  return [
    `trim_scale(${column}_min)::text AS ${name}_min`,
    `trim_scale(${column}_max)::text AS ${name}_max`,
    `${name}_disclosure`,
  ];
});

const figures = ["royalty_max_pct", "upfront_share_pct", "paid_to_date", "lapsed_to_date"];

const columns = [
  ...["id", "slug", "title", "type", "structures", "status", "announced_on", "announced_precision"],
  ...["closed_on", "closed_precision", "corridor", "parties", "asset_slugs", "asset_names"],
  ...["modalities", "targets", "indications", "stages", "territory_include"],
  ...["territory_exclude", "exclusivity", "currency", "royalty_wording", "source_count"],
  ...["has_conflict", "unverified"],
  ...figures.map((name) => `trim_scale(${name})::text AS ${name}`),
  ...bounds,
].join(", ");

/** The deals that are there, by slug or id, in the order that was asked for. */
export async function compareDeals(ctx: Ctx, wanted: readonly string[]): Promise<ComparedDeal[]> {
  authorize(ctx.actor, "catalogue.read");
  const names = [...wanted];
  const ids = names.filter((name) => z.uuid().safeParse(name).success);
  const rows = await sql<ComparedRow[]>`
    SELECT ${sql.unsafe(columns)} FROM deal_row
    WHERE slug = ANY (${names}::text[]) OR id = ANY (${ids}::uuid[])
    ORDER BY coalesce(array_position(${names}::text[], slug), array_position(${names}::text[], id::text))`;
  return rows.map(toComparedDeal);
}
