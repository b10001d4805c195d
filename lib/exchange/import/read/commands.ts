import "server-only";
import type { Ctx } from "../../../context";
import type { Import } from "../dto";
import { bytesOf, type RawRow, rowsOf } from "../file/queries";
import { works } from "../kind/commands";
import { findCandidates } from "../ref/queries";
import { cellsOf, type Reading } from "../row/queries";
import { emptyTally, type Judged, type OpenName, type Tally } from "../rules";

/** Rows read together. */
const part = 2000;
/** Names that a person is asked about; more come when these are answered. */
const mostNames = 200;

type Asked = {
  words: Map<string, Map<string, number>>;
  companies: Map<string, number>;
  assets: Map<string, number>;
  ambiguousDates: number;
};

/** Reads the whole file from its beginning, row by row against the catalogue, in constant memory. */
export async function readImport(ctx: Ctx, file: Import, signal: AbortSignal): Promise<void> {
  const { id, settings } = file;
  await ctx.db.importRow.deleteMany({ where: { importId: id } });
  const work = works[file.kind];
  const reading: Reading = { importId: id, settings, seen: new Set() };
  const asked: Asked = {
    words: new Map(),
    companies: new Map(),
    assets: new Map(),
    ambiguousDates: 0,
  };
  const tally = { ...emptyTally };
  const read = { bytes: 0 };
  for await (const rows of parts(
    rowsOf(counted(bytesOf(ctx, id), read), { ...file, ...settings }),
  )) {
    signal.throwIfAborted();
    const body = rows[0]?.number === 1 ? rows.slice(1) : rows;
    const judged = await work.judge(ctx, cellsOf(body, settings.columns), reading);
    for (const one of judged) count(tally, asked, one);
    await keepRows(ctx, id, judged);
    await ctx.db.importFile.update({ where: { id }, data: { done: BigInt(read.bytes), tally } });
  }
  const questions = await questionsOf(asked);
  const total = BigInt(tally.create + tally.change);
  await ctx.db.importFile.update({
    where: { id },
    data: { state: "read", done: 0n, total, tally, questions },
  });
}

async function* counted(bytes: AsyncIterable<Uint8Array>, read: { bytes: number }) {
  for await (const piece of bytes) {
    read.bytes += piece.length;
    yield piece;
  }
}

async function* parts(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow[]> {
  let waiting: RawRow[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < part) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

function count(tally: Tally, asked: Asked, { verdict, report }: Judged) {
  tally[verdict] += 1;
  if (report && report.ignored.length > 0) tally.ignored += 1;
  for (const { code, column, values } of report?.problems ?? []) {
    if (code === "AMBIGUOUS_DATE") asked.ambiguousDates += 1;
    if (code === "UNKNOWN_COMPANY") more(asked.companies, String(values?.name));
    if (code === "UNKNOWN_ASSET") more(asked.assets, String(values?.name));
    if (code !== "UNKNOWN_WORD") continue;
    const words = asked.words.get(column) ?? new Map<string, number>();
    more(words, String(values?.word));
    asked.words.set(column, words);
  }
}

function more(counts: Map<string, number>, key: string) {
  if (counts.has(key) || counts.size < mostNames) counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function questionsOf({ words, companies, assets, ambiguousDates }: Asked) {
  return {
    words: Object.fromEntries([...words].map(([column, of]) => [column, Object.fromEntries(of)])),
    companies: await openNames("companies", companies),
    assets: await openNames("assets", assets),
    ambiguousDates,
  };
}

async function openNames(
  noun: "companies" | "assets",
  counts: ReadonlyMap<string, number>,
): Promise<OpenName[]> {
  const candidates = await findCandidates(noun, [...counts.keys()]);
  return [...counts].map(([name, count]) => ({
    ...{ name, count, candidates: candidates.get(name) ?? [] },
  }));
}

/** Of rows that change nothing, only those that say something are kept. One statement however many they are. */
async function keepRows(ctx: Ctx, importId: string, judged: readonly Judged[]) {
  const rows = judged
    .filter(({ verdict, report }) => verdict !== "same" || report !== null)
    .map(({ number, verdict, recordId, draft, report }) => ({
      ...{ number, verdict, record_id: recordId, draft, report },
    }));
  if (rows.length === 0) return;
  await ctx.db.$executeRaw`
    INSERT INTO import_row (import_id, number, verdict, record_id, draft, report)
    SELECT ${importId}::uuid, number, verdict, record_id, draft, report
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS line(number int, verdict text, record_id uuid, draft json, report json)`;
}
