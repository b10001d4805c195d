import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fieldOfKind } from "../../deal/warning/rules";
import type { Amount } from "../../money/schema";
import { sql } from "../../sql";
import { whileUnchanged } from "../../unchanged";
import type { UnprovenFigure, UnprovenFigures } from "./dto";

/** How many are listed, the most valuable. */
const shown = 200;

type Row = Omit<UnprovenFigure, "amount"> & Amount & { unproven: number };

/**
 * Figures without a claim that stands, or resting on memory alone: as `isTermVerified` has it, by their own claim, or
 * else by their group's. The most valuable first; those without a rate come last. What an amendment replaced is none.
 */
export async function listUnprovenFigures(ctx: Ctx): Promise<UnprovenFigures> {
  authorize(ctx.actor, "catalogue.read");
  return whileUnchanged("unproven figures", async () => {
    const [rows, [count]] = await Promise.all([unproven(), countFigures()]);
    return {
      figures: rows.map(({ disclosure, currency, min, max, unproven: _, ...row }) => ({
        ...row,
        amount: { disclosure, currency, min, max },
      })),
      unproven: rows[0]?.unproven ?? 0,
      of: count?.of ?? 0,
    };
  });
}

const isFigure = () => sql`(t.min IS NOT NULL OR t.max IS NOT NULL) AND t.state <> 'SUPERSEDED'`;

function countFigures() {
  return sql<{ of: number }[]>`
    SELECT count(*)::int AS of FROM payment_term t JOIN deal_row d ON d.id = t.deal_id WHERE ${isFigure()}`;
}

function unproven() {
  return sql<Row[]>`
    WITH said AS (
      SELECT c.entity_id, c.field, bool_or(c.status = 'ACCEPTED') AS accepted,
        bool_or(c.status = 'ACCEPTED' AND s.grade <> 'RECALLED') AS proven
      FROM claim c JOIN source s ON s.id = c.source_id WHERE c.entity = 'DEAL' GROUP BY 1, 2
    )
    SELECT t.id::text AS id, jsonb_build_object('slug', d.slug, 'title', d.title) AS deal,
      t.kind, t.category, t.trigger, t.disclosure, t.currency, t.min::text, t.max::text,
      round(worth.usd, 0)::text AS usd, count(*) OVER ()::int AS unproven,
      CASE WHEN coalesce(own.accepted, false) OR coalesce(of_group.accepted, false) THEN 'recalled'
        WHEN own.field IS NULL AND of_group.field IS NULL THEN 'noClaim' ELSE 'notAccepted' END AS lack
    FROM payment_term t
    JOIN deal_row d ON d.id = t.deal_id
    LEFT JOIN said own ON own.entity_id = t.deal_id AND own.field = 'terms.' || t.id
    LEFT JOIN said of_group ON of_group.entity_id = t.deal_id
      AND of_group.field = ${sql.json(fieldOfKind)}::jsonb ->> t.kind::text
    LEFT JOIN LATERAL (
      SELECT coalesce(t.max, t.min) * CASE WHEN t.currency = 'USD' THEN 1
        ELSE (SELECT rate FROM fx_in_usd(t.currency, d.announced_on)) END AS usd
    ) AS worth ON true
    WHERE ${isFigure()}
      AND NOT coalesce(CASE WHEN own.accepted THEN own.proven ELSE of_group.proven END, false)
    ORDER BY worth.usd DESC NULLS LAST, coalesce(t.max, t.min) DESC, t.id LIMIT ${shown}`;
}
