import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { sql } from "../../sql";

/** How the generator names the first deals it makes; equality finds them by the index under any collation. */
const slugs = Array.from({ length: 20 }, (_, index) => `synthetic-deal-${index + 1}`);

/**
 * Whether the database holds deals that nobody made: each page then says so. Every page pays for this read, so it
 * takes the short way to the database.
 */
export async function holdsSyntheticDeals({ actor }: Ctx): Promise<boolean> {
  authorize(actor, "catalogue.read");
  const [found] = await sql`
    SELECT FROM deal WHERE slug = ANY (${slugs}::text[]) AND tags @> '{synthetic}' LIMIT 1`;
  return found !== undefined;
}
