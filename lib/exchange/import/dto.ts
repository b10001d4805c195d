import * as z from "zod";
import type { Prisma } from "@/prisma/generated/client";
import type { Problem } from "./cell/rules";
import { emptyTally, noQuestions, type Questions, type RowReport, type Tally } from "./rules";
import { type ImportKind, type ImportSettings, importKind, importSettings } from "./schema";

export const importSelect = {
  id: true,
  userId: true,
  actorName: true,
  via: true,
  kind: true,
  name: true,
  format: true,
  bytes: true,
  header: true,
  sample: true,
  settings: true,
  state: true,
  done: true,
  total: true,
  tally: true,
  questions: true,
  problem: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.ImportFileSelect;

type Row = Prisma.ImportFileGetPayload<{ select: typeof importSelect }>;

const states = [
  ...["uploading", "uploaded", "reading", "read"],
  ...["applying", "applied", "undoing", "undone", "failed"],
] as const;
export type ImportState =
  | "uploading"
  | "uploaded"
  | "reading"
  | "read"
  | "applying"
  | "applied"
  | "undoing"
  | "undone"
  | "failed";

/** A file to import, as far as it is. Instants are ISO in UTC. */
export type Import = {
  id: string;
  userId: string | null;
  actorName: string;
  via: Row["via"];
  kind: ImportKind;
  name: string;
  format: "csv" | "xlsx";
  bytes: number;
  header: string[];
  sample: string[][];
  settings: ImportSettings;
  state: ImportState;
  /** How far the work is, of what: bytes while it is read, then rows. */
  done: number;
  total: number;
  tally: Tally;
  questions: Questions;
  /** A sentence of messages/errors.json, with its values. */
  problem: Pick<Problem, "message" | "values"> | null;
  createdAt: string;
  finishedAt: string | null;
};

const problemText = z.object({
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export function toImport(row: Row): Import {
  return {
    ...row,
    kind: importKind.parse(row.kind),
    format: row.format === "xlsx" ? "xlsx" : "csv",
    bytes: Number(row.bytes),
    sample: z.array(z.array(z.string())).parse(row.sample),
    settings: importSettings.parse(row.settings),
    state: z.enum(states as readonly ImportState[] as [ImportState]).parse(row.state),
    done: Number(row.done),
    total: Number(row.total),
    tally: { ...emptyTally, ...asTally(row.tally) },
    questions: { ...noQuestions, ...asQuestions(row.questions) },
    problem: row.problem === null ? null : problemText.parse(JSON.parse(row.problem)),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** The room's commands are the only writers of these columns. */
function asTally(json: Prisma.JsonValue): Partial<Tally> {
  return json as Partial<Tally>;
}

function asQuestions(json: Prisma.JsonValue): Partial<Questions> {
  return json as Partial<Questions>;
}

export type ImportRow = { number: number; report: RowReport };
