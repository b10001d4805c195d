import "server-only";
import { authorize } from "../../auth/rules";
import { dealsOn, isPast } from "../../catalogue/deal/past/queries";
import { dealCondition, rowsOf } from "../../catalogue/deal/queries";
import type { DealFilter } from "../../catalogue/deal/schema";
import type { Ctx } from "../../context";
import { type Fragment, sql } from "../../sql";
import { whileUnchanged } from "../../unchanged";
import { type Cut, type DealSum, type DealSumRow, toDealSum } from "./dto";

/** The column of the ledger that holds a cut, and how each of its values is told. */
const cuts: Record<keyof Cut, { column: () => Fragment; list: boolean }> = {
  year: { column: () => sql`year`, list: false },
  from: { column: () => sql`giving`, list: true },
  to: { column: () => sql`taking`, list: true },
  type: { column: () => sql`types`, list: true },
  stage: { column: () => sql`stages`, list: true },
};

const counts = ["deals", "conflicts", "unverified"];
const figures = ["upfront", "headline"] as const;
const parts = ["min", "max", "floors", "open", "disclosed", "unrated"];
const reasons = ["researched", "denied", "loose"];

/** Every number of the ledger: all of them add up. */
const numbers = [
  ...counts,
  ...figures.flatMap((figure) => [...parts, ...reasons].map((part) => `${figure}_${part}`)),
  ...["paid", "paid_disclosed"],
];

/**
 * How many deals a filter lets through and what is known of their money, in groups by the given cuts; without any, in
 * one. Kept totals answer for all deals and for a filter by type, stage, side's country and whole years; what else is
 * asked is added up from its rows. Sees what is committed.
 */
export async function sumDeals<By extends keyof Cut = never>(
  ctx: Ctx,
  filter: DealFilter,
  by: readonly By[],
): Promise<DealSum<By>[]> {
  authorize(ctx.actor, "catalogue.read");
  const rows = rowsOf(filter);
  return whileUnchanged(`deal sums ${by.join()} ${JSON.stringify(rows)}`, async () => {
    const where = keptCondition(rows);
    // A fragment that was awaited would be sent: only the text is.
    const text = where ? null : await statement();
    const sums = await readSums(by, text ? groupsOf(rows, text) : sql``, where ?? sql`true`);
    return sums.map((row) => toDealSum<By>(row));
  });
}

/** What a filter asks of the ledger's groups; null where they don't tell. */
function keptCondition({ match, ...filter }: DealFilter): Fragment | null {
  const { type, stage, from, to, announced_from, announced_to, as_of, ...rest } = filter;
  const asked = (values: object) => Object.values(values).filter((one) => one !== undefined).length;
  if (isPast(as_of) || asked(rest) > 0 || (match === "any" && asked(filter) > 1)) return null;
  if (announced_from && !announced_from.endsWith("-01-01")) return null;
  if (announced_to && !announced_to.endsWith("-12-31")) return null;
  return sql`true
    ${type ? sql`AND types && ${type}::deal_type[]` : sql``}
    ${stage ? sql`AND stages && ${stage}::stage[]` : sql``}
    ${from ? sql`AND giving && ${from}::text[]` : sql``}
    ${to ? sql`AND taking && ${to}::text[]` : sql``}
    ${announced_from ? sql`AND year >= ${announced_from.slice(0, 4)}::int` : sql``}
    ${announced_to ? sql`AND year <= ${announced_to.slice(0, 4)}::int` : sql``}`;
}

/** The rows of a filter as groups, by the ledger's own statement and under its name. */
function groupsOf(rows: DealFilter, statement: string): Fragment {
  return sql`WITH picked AS (SELECT * FROM ${dealsOn(rows.as_of)} WHERE ${dealCondition(rows)}),
    deal_total AS (${sql.unsafe(statement)})`;
}

let known: Promise<string> | undefined;

function statement(): Promise<string> {
  known ??= sql<{ text: string }[]>`SELECT deal_totals_of('picked', 1) AS text`.then(
    ([row]) => row?.text ?? "",
  );
  known.catch(() => {
    known = undefined;
  });
  return known;
}

/** Lists are added up as they are and taken apart afterwards: there are few of them. */
function readSums(by: readonly (keyof Cut)[], given: Fragment, where: Fragment) {
  const columns = (of: (cut: keyof Cut) => Fragment) => all(by.map((cut) => sql`${of(cut)},`));
  const places = by.map((_, at) => sql.unsafe(at ? `, ${at + 1}` : "1"));
  const grouping = by.length > 0 ? sql`GROUP BY ${places}` : sql``;
  const sums = numbers.map(
    (name, at) => sql`${at ? sql`,` : sql``} sum(${sql(name)}) AS ${sql(name)}`,
  );
  return sql<DealSumRow[]>`
    ${given}
    SELECT ${columns((cut) => sql`${sql(cut)}`)} deals::int, conflicts::int, unverified::int,
      ${figures.map((figure) => sql`${dollars(figure)} AS ${sql(figure)},`)}
      CASE WHEN paid_disclosed > 0 THEN trim_scale(paid)::text END AS paid, paid_disclosed::int
    FROM (
      SELECT ${columns((cut) => (cuts[cut].list ? sql`${sql(`of_${cut}`)}.value AS ${sql(cut)}` : sql`${sql(cut)}`))} ${sums}
      FROM (
        SELECT ${columns((cut) => sql`${cuts[cut].column()} AS ${sql(cut)}`)} ${sums}
        FROM deal_total WHERE ${where} ${grouping}
      ) AS whole
      ${all(by.filter((cut) => cuts[cut].list).map(apart))}
      ${grouping}
    ) AS added
    WHERE deals > 0
    ${by.length > 0 ? sql`ORDER BY ${places}` : sql``}`;
}

/** Each value of a list once; of an empty one, that there is none. */
function apart(cut: keyof Cut): Fragment {
  return sql`CROSS JOIN LATERAL (
    SELECT DISTINCT value FROM unnest(whole.${sql(cut)}) AS value
    UNION ALL SELECT NULL WHERE whole.${sql(cut)} = '{}'
  ) AS ${sql(`of_${cut}`)}`;
}

/** Fragments one after another; a list of none would count as a value. */
function all(fragments: Fragment[]): Fragment {
  return fragments.length > 0 ? sql`${fragments}` : sql``;
}

/** The bounds of a figure as `totalOf` of lib/money/rules says them, from the ledger's parts. */
function dollars(figure: (typeof figures)[number]): Fragment {
  const part = (name: string) => sql`${sql(`${figure}_${name}`)}`;
  const lo = sql`CASE WHEN ${part("floors")} > 0 THEN trim_scale(${part("min")}) END`;
  const hi = sql`CASE WHEN ${part("open")} = 0 AND ${part("researched")} > ${part("denied")}
    THEN trim_scale(${part("max")}) END`;
  return sql`jsonb_build_object(
    'min', (${lo})::text, 'max', (${hi})::text,
    'disclosure', total_disclosure(${part("researched")}::bigint, ${part("denied")}::bigint, ${lo}, ${hi}, ${part("loose")} = 0),
    'disclosed', ${part("disclosed")}, 'of', coalesce(nullif(${part("researched")}, 0), deals),
    'unrated', ${part("unrated")})`;
}
