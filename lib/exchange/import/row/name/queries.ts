import "server-only";
import { sql } from "../../../../sql";
import { findNames } from "../../ref/queries";
import { type Layout, splitList } from "../../rules";
import type { ImportSettings } from "../../schema";
import type { Reading, Work } from "../queries";
import { madeCompany } from "./rules";

type Names = Layout["names"][number];

/** Puts the addresses of named records where the names stood. A name beside an address is only to be read. */
export async function resolveNames(
  { names }: Layout,
  works: readonly Work[],
  { importId, settings }: Reading,
): Promise<void> {
  for (const entry of names) {
    const asking = works.filter((work) => asks(work, entry));
    const asked = asking.flatMap(({ read }) => splitList(read.values[entry.names]));
    const found = await findNames(entry.noun, asked);
    const chosen = await chosenSlugs(entry.noun, settings, importId);
    for (const work of asking)
      settle(work, entry, (name) => chosen.get(name) ?? found.get(name)?.slug);
  }
}

/** Whether the names of this row decide; where an address does, another name is left. */
function asks({ row, read }: Work, { names, ids }: Names): boolean {
  if (!(names in read.values)) return false;
  if (!row.cells.get(ids)?.trim()) return true;
  delete read.values[names];
  read.ignored.push(names);
  return false;
}

function settle(
  { read, draft }: Work,
  { names, ids, noun }: Names,
  slugOf: (name: string) => string | undefined,
) {
  const asked = splitList(read.values[names]);
  delete read.values[names];
  const slugs = asked.map((name) => slugOf(name));
  const unknown = asked.filter((_, at) => slugs[at] === undefined);
  for (const name of unknown) {
    const code = noun === "companies" ? "UNKNOWN_COMPANY" : "UNKNOWN_ASSET";
    const message = "“{name}” is no name in the catalogue, or of several records";
    read.problems.push({ code, column: names, message, values: { name } });
  }
  if (unknown.length > 0) return;
  const joined = slugs.length > 0 ? slugs.join("|") : null;
  if (joined !== (draft.stored?.[ids] ?? null)) read.values[ids] = joined;
}

async function chosenSlugs(
  noun: Names["noun"],
  settings: ImportSettings,
  importId: string,
): Promise<ReadonlyMap<string, string>> {
  const choices = Object.entries(settings[noun]);
  const ids = choices.flatMap(([, choice]) => ("id" in choice ? choice.id : []));
  const table = noun === "companies" ? sql`company` : sql`asset`;
  const rows =
    ids.length === 0
      ? []
      : await sql<{ id: string; slug: string }[]>`
          SELECT id, slug FROM ${table} WHERE id = ANY (${ids}::uuid[]) AND withdrawn_at IS NULL`;
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return new Map(
    choices.flatMap(([name, choice]) => {
      const slug = "id" in choice ? slugs.get(choice.id) : madeCompany(importId, name).slug;
      return slug === undefined ? [] : [[name, slug] as const];
    }),
  );
}
