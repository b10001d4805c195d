import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromDay, type Precision } from "../../partial-date";
import { sql } from "../../sql";
import type { Fragment } from "../queries";
import type { Found, FoundRow, PickNoun, SearchInput } from "./schema";

/** Rows whose column of words holds a typed text: all its words, each by its beginning. The `q` of every list. */
export function holds(words: Fragment, text: string): Fragment {
  return sql`${words} @@ search_query(${text})`;
}

/** The ids of the companies or assets of which some name, identifier or target holds a typed word. */
export function named(noun: PickNoun, word: string): Fragment {
  return sql`SELECT record_id FROM search_name WHERE noun = ${noun} AND ${holds(sql`words`, word)}`;
}

type Hit = {
  noun: PickNoun;
  id: string;
  slug: string;
  label: string;
  other: string | null;
  otherLang: string | null;
  country: string | null;
  modality: string | null;
  on: Date | null;
  precision: Precision | null;
  corridor: string | null;
  near: string | null;
};

/**
 * The records that hold what is typed, in one order over all nouns: exactly so named, so beginning, by another name,
 * then the newest. Where there is none, those of the nearest spelling.
 */
export async function search(
  ctx: Ctx,
  { q, in: nouns, limit }: Pick<SearchInput, "q" | "in" | "limit">,
): Promise<Found> {
  authorize(ctx.actor, "catalogue.read");
  if (q === "") return { items: [], instead: null };
  const hits = await ctx.db.$queryRaw<Hit[]>`
    SELECT h.noun, h.id, h.near,
      coalesce(c.slug, a.slug, d.slug) AS slug, coalesce(c.name, a.name, d.title) AS label,
      coalesce(hit.name, native.name, party.native) AS other,
      coalesce(hit.lang, native.lang, party.lang) AS "otherLang",
      c.country, a.modality::text AS modality, d.announced_on AS "on",
      d.announced_precision::text AS precision, d.corridor
    FROM search_catalogue(${q}, ${nouns}::text[], ${limit}::int) WITH ORDINALITY AS h
    LEFT JOIN company c ON h.noun = 'companies' AND c.id = h.id
    LEFT JOIN asset a ON h.noun = 'assets' AND a.id = h.id
    LEFT JOIN deal_row d ON h.noun = 'deals' AND d.id = h.id
    LEFT JOIN LATERAL (SELECT h.name, h.lang WHERE NOT h.main) AS hit ON true
    LEFT JOIN LATERAL (
      SELECT n.name, n.lang FROM company_name n
      WHERE n.company_id = c.id AND n.kind = 'NATIVE' ORDER BY n.position LIMIT 1) AS native ON true
    LEFT JOIN LATERAL (
      SELECT p.native, p.lang FROM jsonb_to_recordset(d.parties) AS p (native text, lang text)
      WHERE strpos(fold(p.native), fold(${q})) > 0 LIMIT 1) AS party ON true
    ORDER BY h.ordinality`;
  return { items: hits.map(toFound), instead: hits[0]?.near ?? null };
}

function toFound({ noun, id, slug, label, other, otherLang, corridor, ...hit }: Hit): FoundRow {
  return {
    ...{ noun, id, slug, label, mark: markOf(hit) },
    ...(corridor && { corridor }),
    ...(other && other !== label && { other }),
    ...(otherLang && otherLang !== "en" && { otherLang }),
  };
}

function markOf({
  country,
  modality,
  on,
  precision,
}: Pick<Hit, "country" | "modality" | "on" | "precision">) {
  return country ?? modality ?? (on && precision ? fromDay(on, precision) : "");
}
