import "server-only";
import { saveDeals } from "../../../deal/commands";
import { loadDealDocs } from "../../../deal/queries";
import { dealProblems } from "../../../deal/rules";
import type { DealDoc, DealInput } from "../../../deal/schema";
import { toDay } from "../../../partial-date";
import { sql } from "../../../sql";
import { deals } from "../../deal/queries";
import { unguardCell } from "../../rules";
import { dateCell } from "../cell/rules";
import type { Importer, RowCells } from "../row/queries";
import { buildDeal, dealColumn, dealLayout } from "./rules";

/** Deals of a file. A row without an address is the one deal of its title and its day of announcement. */
export const dealImporter: Importer<DealDoc, DealInput> = {
  kind: "deals",
  layout: dealLayout,
  columns: deals.columns,
  rowsOf: (slugs) => sql`FROM deal_row WHERE slug = ANY (${slugs}::text[])`,
  record: { id: "id", version: "version" },
  noun: "deals",
  async recognise(_, rows, settings) {
    const asked = rows.flatMap((row) => {
      const on = dateOf(row, settings);
      const title = unguardCell(row.cells.get("title") ?? "")
        .normalize("NFC")
        .trim();
      return on && title ? [{ number: row.number, title, on }] : [];
    });
    if (asked.length === 0) return new Map();
    const found = await sql<{ number: number; slug: string }[]>`
      SELECT asked.number, min(deal.slug) AS slug
      FROM unnest(${asked.map((one) => one.number)}::int[], ${asked.map((one) => one.title)}::text[],
        ${asked.map((one) => one.on)}::text[]) AS asked (number, title, day)
      JOIN deal ON deal.title = asked.title AND deal.announced_on = asked.day::date
        AND deal.withdrawn_at IS NULL
      GROUP BY asked.number HAVING count(*) = 1`;
    return new Map(found.map(({ number, slug }) => [number, slug]));
  },
  load: loadDealDocs,
  build: buildDeal,
  problems: dealProblems,
  columnOf: dealColumn,
  save: saveDeals,
};

function dateOf({ cells }: RowCells, settings: Parameters<typeof dateCell>[2]): string | null {
  const read = dateCell(cells.get("announced_on") ?? "", "announced_on", settings);
  return "value" in read && read.value ? toDay(read.value).day : null;
}
