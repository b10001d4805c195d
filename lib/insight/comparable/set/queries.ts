import "server-only";
import * as z from "zod";
import { authorize, may } from "../../../auth/rules";
import { queryOf } from "../../../catalogue/schema";
import type { Ctx } from "../../../context";
import { notFound } from "../../../errors";
import { sql } from "../../../sql";
import { ledgerOf, readLedger } from "../ledger/queries";
import { withSpreads } from "../queries";
import { parseComparables } from "../schema";
import type { FrozenSet, ListedSet } from "./dto";

const setsShown = 100;

/** The newest sets that were frozen. */
export async function listSets(ctx: Ctx): Promise<ListedSet[]> {
  authorize(ctx.actor, "catalogue.read");
  return sql<ListedSet[]>`
    SELECT id, name, taken_on AS "takenOn", actor_name AS "actorName" FROM comparable_set
    ORDER BY created_at DESC, id DESC LIMIT ${setsShown}`;
}

type Row = ListedSet & { query: string; userId: string | null; criteria: unknown };

const counted = z.array(z.object({ name: z.string(), more: z.number() }));

/** @throws AppError NOT_FOUND */
export async function getSet(ctx: Ctx, id: string): Promise<FrozenSet> {
  authorize(ctx.actor, "catalogue.read");
  const known = z.uuid().safeParse(id);
  if (!known.success) throw notFound("Set of comparables");
  const [row] = await sql<Row[]>`
    SELECT id, name, query, taken_on AS "takenOn", actor_name AS "actorName", user_id AS "userId", criteria
    FROM comparable_set WHERE id = ${known.data}`;
  if (!row) throw notFound("Set of comparables");
  const { name, query, takenOn, actorName, userId } = row;
  const { halfLife, criteria } = parseComparables(queryOf(new URLSearchParams(query))).filter;
  const day = criteria.as_of ?? takenOn;
  const ledger = withSpreads(await readLedger(ledgerOf(row.id)), halfLife, day);
  return {
    ...{ id: row.id, name, query, takenOn, day, actorName, halfLife },
    mayDelete: mayDelete(ctx, userId),
    answer: { ...ledger, criteria: counted.parse(row.criteria) },
  };
}

/** Who froze a set, and administrators. */
export function mayDelete({ actor }: Ctx, userId: string | null): boolean {
  return may(actor, "catalogue.purge") || (actor.kind === "user" && actor.id === userId);
}
