import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromDay, type Precision } from "../../partial-date";
import type { PickNoun, PickRow } from "./schema";

const shown = 12;

/** The records that a picker offers for what is typed: all its words, in any name, best match first. */
export function listPicks(ctx: Ctx, noun: PickNoun, text: string): Promise<PickRow[]> {
  authorize(ctx.actor, "catalogue.read");
  if (text === "") return Promise.resolve([]);
  switch (noun) {
    case "companies":
      return pickCompanies(ctx, text);
    case "assets":
      return pickAssets(ctx, text);
    case "deals":
      return pickDeals(ctx, text);
  }
}

type NamedRow = {
  id: string;
  slug: string;
  label: string;
  lang: string | null;
  other: string | null;
  otherLang: string | null;
  mark: string;
};

async function pickCompanies(ctx: Ctx, text: string): Promise<PickRow[]> {
  const rows = await ctx.db.$queryRaw<NamedRow[]>`
    WITH wanted AS (SELECT fold(${text}) AS text, query_grams(${text}) AS grams),
    hits AS (
      SELECT DISTINCT ON (n.company_id) n.company_id, n.name, n.lang, n.kind,
        (n.folded <> w.text)::int + (NOT starts_with(n.folded, w.text))::int AS distance
      FROM wanted w
      JOIN company_name n ON n.grams @> w.grams
      WHERE NOT EXISTS (
        SELECT FROM regexp_split_to_table(w.text, ' ') AS word WHERE strpos(n.folded, word) = 0)
      ORDER BY n.company_id, distance, n.position
    )
    SELECT c.id, c.slug, c.name AS label, main.lang,
      coalesce(hit.name, native.name) AS other, coalesce(hit.lang, native.lang) AS "otherLang",
      c.country AS mark
    FROM hits h
    JOIN company c ON c.id = h.company_id AND c.withdrawn_at IS NULL
    LEFT JOIN company_name main ON main.company_id = c.id AND main.kind = 'NAME'
    LEFT JOIN LATERAL (SELECT h.name, h.lang WHERE h.kind <> 'NAME') hit ON true
    LEFT JOIN LATERAL (
      SELECT n.name, n.lang FROM company_name n
      WHERE n.company_id = c.id AND n.kind = 'NATIVE' ORDER BY n.position LIMIT 1) native ON true
    ORDER BY h.distance, length(c.name), c.name, c.id
    LIMIT ${shown}`;
  return rows.map(toPick);
}

async function pickAssets(ctx: Ctx, text: string): Promise<PickRow[]> {
  const rows = await ctx.db.$queryRaw<NamedRow[]>`
    WITH wanted AS (SELECT fold(${text}) AS text, query_grams(${text}) AS grams),
    named AS (
      SELECT a.id, a.name, a.folded, NULL AS lang, -1 AS position
      FROM wanted w JOIN asset a ON a.grams @> w.grams
      UNION ALL
      SELECT n.asset_id, n.name, n.folded, n.lang, n.position
      FROM wanted w JOIN asset_name n ON n.grams @> w.grams
    ),
    hits AS (
      SELECT DISTINCT ON (n.id) n.id, n.name, n.lang, n.position,
        (n.folded <> w.text)::int + (NOT starts_with(n.folded, w.text))::int AS distance
      FROM wanted w CROSS JOIN named n
      WHERE NOT EXISTS (
        SELECT FROM regexp_split_to_table(w.text, ' ') AS word WHERE strpos(n.folded, word) = 0)
      ORDER BY n.id, distance, n.position
    )
    SELECT a.id, a.slug, a.name AS label, NULL AS lang,
      CASE WHEN h.position >= 0 THEN h.name END AS other,
      CASE WHEN h.position >= 0 THEN h.lang END AS "otherLang",
      a.modality::text AS mark
    FROM hits h JOIN asset a ON a.id = h.id AND a.withdrawn_at IS NULL
    ORDER BY h.distance, length(a.name), a.name, a.id
    LIMIT ${shown}`;
  return rows.map(toPick);
}

type DealRow = { id: string; slug: string; title: string; on: Date; precision: Precision };

async function pickDeals(ctx: Ctx, text: string): Promise<PickRow[]> {
  const rows = await ctx.db.$queryRaw<DealRow[]>`
    WITH wanted AS (SELECT fold(${text}) AS text, query_grams(${text}) AS grams)
    SELECT d.id, d.slug, d.title, d.announced_on AS "on", d.announced_precision::text AS precision
    FROM wanted w JOIN deal_row d ON d.grams @> w.grams
    WHERE NOT EXISTS (
      SELECT FROM regexp_split_to_table(w.text, ' ') AS word WHERE strpos(d.search_text, word) = 0)
    ORDER BY d.announced_on DESC, d.id DESC
    LIMIT ${shown}`;
  return rows.map(({ id, slug, title, on, precision }) => ({
    id,
    slug,
    label: title,
    mark: fromDay(on, precision),
  }));
}

function toPick({ id, slug, label, lang, other, otherLang, mark }: NamedRow): PickRow {
  return {
    id,
    slug,
    label,
    mark,
    ...(lang && lang !== "en" && { lang }),
    ...(other && other !== label && { other }),
    ...(otherLang && otherLang !== "en" && { otherLang }),
  };
}
