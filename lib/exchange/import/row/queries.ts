import "server-only";
import type { Ctx } from "../../../context";
import type { FieldError } from "../../../errors";
import type { Saved, StoredDoc } from "../../../record/rules";
import { type Fragment, sql } from "../../../sql";
import type { Column } from "../../column/rules";
import { selectOf } from "../../queries";
import { unguardCell } from "../../rules";
import type { Problem } from "../cell/rules";
import type { RawRow } from "../file/queries";
import { findSlugs, type RefNoun } from "../ref/queries";
import {
  asProblem,
  type Built,
  type Cells,
  type Draft,
  type Judged,
  type Layout,
  type Refs,
  splitList,
} from "../rules";
import type { ImportKind, ImportSettings } from "../schema";
import { resolveNames } from "./name/queries";
import { madeCompany } from "./name/rules";
import { type ReadRow, readRow } from "./rules";

/** How rows of one kind become records: what reading, previewing and applying need of a noun. */
export type Importer<Doc, Input> = {
  kind: ImportKind;
  layout: Layout;
  /** The columns of the export. */
  columns: readonly Column[];
  /** FROM and WHERE of the rows of these addresses; and SQL of a row's record and its version. */
  rowsOf(ids: string[]): Fragment;
  record: { id: string; version: string };
  /** The noun whose addresses stand in the id column; null where a row has an id of its own. */
  noun: RefNoun | null;
  /** Addresses of rows without one, found by what they say. */
  recognise(
    ctx: Ctx,
    rows: readonly RowCells[],
    settings: ImportSettings,
  ): Promise<ReadonlyMap<number, string>>;
  load(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Doc>>;
  /** What these rows of one record make of it. */
  build(doc: Doc | null, drafts: readonly Draft[], refs: Refs): Built<Input>;
  problems(input: Input): FieldError[];
  columnOf(path: string): string;
  save(ctx: Ctx, inputs: readonly Input[]): Promise<Saved[]>;
};

/** A row's cells by our column. */
export type RowCells = { number: number; cells: ReadonlyMap<string, string> };

export type Stored = { recordId: string; version: number; cells: Cells };

/** The rows as an export of now would have them, by their address. */
export async function storedRows<D, I>(
  {
    columns,
    rowsOf,
    record,
    layout,
  }: Pick<Importer<D, I>, "columns" | "rowsOf" | "record" | "layout">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  if (ids.length === 0) return new Map();
  const own: Column[] = [
    ["record_id", "word", record.id],
    ["record_version", "count", record.version],
  ];
  const all = [...own, ...columns];
  const names = all.map(([name]) => `"${name}"`).join(", ");
  const rows = await sql<Record<string, unknown>[]>`
    SELECT * FROM (${selectOf(all, rowsOf([...ids]), "plain")}) AS line (${sql.unsafe(names)})`;
  const stored = rows.map(({ record_id, record_version, ...cells }) => {
    const text = Object.entries(cells).map(([name, cell]) => [
      name,
      cell === null ? null : String(cell),
    ]);
    const row = {
      recordId: String(record_id),
      version: Number(record_version),
      cells: Object.fromEntries(text),
    };
    return [String(row.cells[layout.idColumn]), row] as const;
  });
  return new Map(stored);
}

/** Rows with what they lead to, still without what the rules say of the whole record. */
export type Work = { row: RowCells; read: ReadRow; draft: Draft };

/** What is known of the whole file while it is read in parts. */
export type Reading = {
  importId: string;
  settings: ImportSettings;
  /** Records that rows before have named. */
  seen: Set<string>;
};

export function cellsOf(rows: readonly RawRow[], columns: readonly (string | null)[]): RowCells[] {
  return rows.map(({ number, cells }) => {
    const mapped = columns.flatMap((column, at) =>
      column === null ? [] : [[column, cells[at] ?? ""] as const],
    );
    return { number, cells: new Map(mapped) };
  });
}

const idOf = (cell: string | undefined) => unguardCell(cell ?? "").trim();

/** Reads rows of a file against the catalogue: what each would do, and why it can't. */
export async function judge<D extends StoredDoc, I>(
  ctx: Ctx,
  importer: Importer<D, I>,
  rows: readonly RowCells[],
  reading: Reading,
): Promise<Judged[]> {
  const works = await readRows(ctx, importer, rows, reading);
  await resolveNames(importer.layout, works, reading);
  for (const work of works) refuseStale(work);
  const refs = await refsOf(
    importer.layout,
    works.map(({ draft }) => draft),
    reading,
  );
  for (const work of works) refuseUnknown(importer.layout, work, refs);
  const open = works.filter(({ read }) => changes(read) && read.problems.length === 0);
  if (importer.layout.partOf) {
    for (const { draft } of open) {
      draft.recordId ??= refs.deals.get(draft.values.deal_id ?? "")?.id ?? null;
    }
  }
  const ids = open.flatMap(({ draft }) => draft.recordId ?? []);
  const docs = await importer.load(ctx, ids);
  for (const { draft } of open) draft.version ??= docs.get(draft.recordId ?? "")?.version ?? null;
  for (const { draft, read } of open) {
    read.problems.push(...ruleProblems(importer, draft, docs, refs));
  }
  return works.map((work) => verdictOf(importer.layout, work));
}

const changes = ({ values }: ReadRow) => Object.keys(values).length > 0;

async function readRows<D, I>(
  ctx: Ctx,
  importer: Importer<D, I>,
  rows: readonly RowCells[],
  { settings, seen }: Reading,
): Promise<Work[]> {
  const { layout, noun } = importer;
  const asked = rows.map(({ cells }) => idOf(cells.get(layout.idColumn)));
  const found = noun ? await findSlugs(noun, asked.filter(Boolean)) : new Map();
  const recognised = await importer.recognise(
    ctx,
    rows.filter((_, at) => asked[at] === ""),
    settings,
  );
  const ids = rows.map(({ number }, at) => {
    const own = asked[at] || recognised.get(number) || null;
    return own === null ? null : (found.get(own)?.slug ?? own);
  });
  const stored = await storedRows(
    importer,
    ids.filter((id) => id !== null),
  );
  const known = new Set(importer.columns.map(([name]) => name));
  return rows.map((row, at) => {
    const id = ids[at] ?? null;
    const there = id === null ? undefined : stored.get(id);
    const read = readRow(row.cells, there?.cells ?? null, { layout, known, settings });
    if (id !== null && !there && found.get(asked[at] ?? "")?.withdrawn) {
      const message = "This record was withdrawn from the catalogue";
      read.problems.push({ code: "WITHDRAWN", column: layout.idColumn, message });
    }
    refuseRepeats(row, id, layout, read, seen);
    const draft: Draft = {
      number: row.number,
      slug: id,
      recordId: there?.recordId ?? null,
      version: there?.version ?? null,
      values: read.values,
      stored: there?.cells ?? null,
    };
    return { row, read, draft };
  });
}

function refuseRepeats(
  row: RowCells,
  id: string | null,
  { idColumn, labelColumn, sameIf }: Layout,
  read: ReadRow,
  seen: Set<string>,
) {
  const key = id ?? sameIf?.map((column) => row.cells.get(column)?.trim()).join("\n");
  if (!key) return;
  if (seen.has(key)) {
    const message = "Another row of this file is about the same record";
    read.problems.push({ code: "REPEATED_ROW", column: id ? idColumn : labelColumn, message });
  }
  seen.add(key);
}

/** A version that the file carries is the one that somebody saw. */
function refuseStale({ row, read, draft }: Work) {
  const seen = idOf(row.cells.get("version"));
  if (seen === "" || draft.version === null || !changes(read)) return;
  if (Number(seen) === draft.version) return;
  const values = { seen, now: draft.version };
  const message =
    "Somebody changed this record since: the file has version {seen}, the catalogue {now}";
  read.problems.push({ code: "STALE_VERSION", column: "version", message, values });
}

/** The addresses in a cell: a list, each alone or as ROLE:address:name. */
export function slugsIn(text: string | null | undefined): string[] {
  return splitList(text).map((item) => (item.includes(":") ? (item.split(":")[1] ?? "") : item));
}

/** What the addresses that these drafts set lead to; companies to be made have an id already. */
export async function refsOf(
  { ids }: Layout,
  drafts: readonly Draft[],
  { importId, settings }: Pick<Reading, "importId" | "settings">,
): Promise<Refs> {
  const wanted = {
    companies: new Set<string>(),
    assets: new Set<string>(),
    deals: new Set<string>(),
  };
  for (const { values, stored } of drafts) {
    for (const [column, noun] of Object.entries(ids)) {
      for (const slug of slugsIn(values[column])) wanted[noun].add(slug);
      for (const slug of slugsIn(stored?.[column])) wanted[noun].add(slug);
    }
  }
  const live = async (noun: RefNoun) => {
    const found = await findSlugs(noun, wanted[noun]);
    return [...found].filter(([, { withdrawn }]) => !withdrawn);
  };
  const made = Object.keys(settings.companies).map((name) => {
    const { slug, id } = madeCompany(importId, name);
    return [slug, { id, slug }] as const;
  });
  return {
    companies: new Map([...(await live("companies")), ...made]),
    assets: new Map(await live("assets")),
    deals: new Map(await live("deals")),
  };
}

function refuseUnknown({ ids }: Layout, { read }: Work, refs: Refs) {
  for (const [column, noun] of Object.entries(ids)) {
    const unknown = slugsIn(read.values[column]).find((slug) => !refs[noun].has(slug));
    if (unknown === undefined) continue;
    const values = { id: unknown.slice(0, 100) };
    read.problems.push({
      code: "UNKNOWN_RECORD",
      column,
      message: "There is no record {id}",
      values,
    });
  }
}

function ruleProblems<D, I>(
  importer: Importer<D, I>,
  draft: Draft,
  docs: ReadonlyMap<string, D>,
  refs: Refs,
): Problem[] {
  const { layout } = importer;
  if (!draft.recordId || layout.partOf) {
    const missing = draft.stored ? [] : layout.required.filter((column) => !draft.values[column]);
    if (missing.length > 0) {
      return missing.map((column) => ({ code: "MISSING", column, message: "Fill this in" }));
    }
  }
  const built = importer.build(docs.get(draft.recordId ?? "") ?? null, [draft], refs);
  if ("problems" in built) return built.problems;
  return importer.problems(built.input).map((problem) => asProblem(problem, importer.columnOf));
}

function verdictOf({ labelColumn }: Layout, { row, read, draft }: Work): Judged {
  const { number } = row;
  const { problems, ignored } = read;
  const columns = Object.keys(read.values);
  const label = (row.cells.get(labelColumn) || draft.stored?.[labelColumn]) ?? draft.slug ?? "";
  const base = { number, recordId: draft.recordId };
  if (problems.length === 0 && columns.length === 0 && draft.stored) {
    const report = { label, slug: draft.slug, changes: [], ignored, problems };
    return { ...base, verdict: "same", draft: null, report: ignored.length > 0 ? report : null };
  }
  const report = {
    label,
    slug: draft.stored ? draft.slug : null,
    changes: columns.map((column) => ({
      column,
      before: draft.stored?.[column] ?? null,
      after: read.values[column] ?? null,
    })),
    ignored,
    problems,
  };
  if (problems.length > 0) {
    return { ...base, verdict: "reject", draft: null, report };
  }
  return { ...base, verdict: draft.stored ? "change" : "create", draft, report };
}
