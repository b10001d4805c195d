import "server-only";
import { authorize } from "../../auth/rules";
import { warnedDeals } from "../../catalogue/deal/warning/queries";
import type { Ctx } from "../../context";
import { lastingCodes, passingCodes } from "../../deal/warning/schema";
import { sql } from "../../sql";
import { whileUnchanged } from "../../unchanged";
import type { Lint } from "./dto";

const codes = [...lastingCodes, ...passingCodes];

/** Every doubt that the catalogue can have of its deals, with how many it has. What was withdrawn is in none. */
export async function listLints(ctx: Ctx): Promise<Lint[]> {
  authorize(ctx.actor, "catalogue.read");
  const day = new Date().toISOString().slice(0, 10);
  return whileUnchanged(`lints ${day}`, async () => {
    const [warned, doubts] = await Promise.all([countWarned(), countDoubts()]);
    return [
      { code: "conflict", deals: doubts.conflict, filter: "has_conflict=true" },
      { code: "unverified", deals: doubts.unverified, filter: "unverified=true" },
      ...codes.map((code) => ({
        ...{ code, deals: warned.get(code) ?? 0, filter: `warning=${code}` },
      })),
    ];
  });
}

async function countWarned(): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ code: string; deals: number }[]>`
    SELECT code, count(DISTINCT id)::int AS deals
    FROM (${warnedDeals(codes)}) AS warned JOIN deal_row USING (id) GROUP BY code`;
  return new Map(rows.map(({ code, deals }) => [code, deals]));
}

async function countDoubts(): Promise<{ conflict: number; unverified: number }> {
  const [row] = await sql<{ conflict: number; unverified: number }[]>`
    SELECT (SELECT count(*)::int FROM deal_row WHERE has_conflict) AS conflict,
      (SELECT count(*)::int FROM deal_row WHERE unverified) AS unverified`;
  return row ?? { conflict: 0, unverified: 0 };
}
