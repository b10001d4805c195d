import "server-only";
import { sql } from "../../../sql";
import type { RecordRefs } from "../rules";

/** The nouns that a file names by address. */
export type RefNoun = "companies" | "assets" | "deals";

export type FoundSlug = { id: string; slug: string; withdrawn: boolean };

const tables = {
  companies: { table: sql`company`, entity: "COMPANY" },
  assets: { table: sql`asset`, entity: "ASSET" },
  deals: { table: sql`deal`, entity: "DEAL" },
};

/** What addresses lead to today, old ones too. */
export async function findSlugs(
  noun: RefNoun,
  slugs: Iterable<string>,
): Promise<ReadonlyMap<string, FoundSlug>> {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return new Map();
  const { table, entity } = tables[noun];
  const rows = await sql<(FoundSlug & { asked: string })[]>`
    SELECT slug AS asked, id, slug, withdrawn_at IS NOT NULL AS withdrawn
    FROM ${table} WHERE slug = ANY (${wanted}::text[])
    UNION ALL
    SELECT o.slug, t.id, t.slug, t.withdrawn_at IS NOT NULL
    FROM old_slug o JOIN ${table} AS t ON t.id = o.entity_id
    WHERE o.entity = ${entity}::entity_kind AND o.slug = ANY (${wanted}::text[])`;
  return new Map(rows.map(({ asked, ...found }) => [asked, found]));
}

const namesOf = {
  companies: sql`company_name n JOIN company t ON t.id = n.company_id`,
  assets: sql`asset_name n JOIN asset t ON t.id = n.asset_id`,
};

/** The one record that bears a name, in whatever script, by name as it was asked; of several, none. */
export async function findNames(
  noun: "companies" | "assets",
  names: Iterable<string>,
): Promise<RecordRefs> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const rows = await sql<{ asked: string; id: string; slug: string }[]>`
    SELECT asked, (array_agg(DISTINCT t.id))[1] AS id, min(t.slug) AS slug
    FROM unnest(${wanted}::text[]) AS asked
    JOIN (${namesOf[noun]}) ON n.folded COLLATE "C" = fold(asked) AND t.withdrawn_at IS NULL
    GROUP BY asked HAVING count(DISTINCT t.id) = 1`;
  return new Map(rows.map(({ asked, id, slug }) => [asked, { id, slug }]));
}

/** Records that somebody may have meant by names that lead to none or to several. */
export async function findCandidates(noun: "companies" | "assets", names: readonly string[]) {
  if (names.length === 0) return new Map<string, { id: string; name: string; mark: string }[]>();
  const table = tables[noun].table;
  const mark = noun === "companies" ? sql`t.country::text` : sql`t.modality::text`;
  const rows = await sql<{ asked: string; id: string; name: string; mark: string }[]>`
    SELECT asked, t.id, t.name, ${mark} AS mark
    FROM unnest(${[...names]}::text[]) AS asked
    CROSS JOIN LATERAL search_catalogue(asked, ARRAY[${noun}], 5) WITH ORDINALITY AS hit
    JOIN ${table} AS t ON t.id = hit.id
    ORDER BY asked, hit.ordinality`;
  const found = new Map<string, { id: string; name: string; mark: string }[]>();
  for (const { asked, ...one } of rows) found.set(asked, [...(found.get(asked) ?? []), one]);
  return found;
}
