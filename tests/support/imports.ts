import type { Ctx } from "@/lib/context";
import {
  importJob,
  startApplying,
  startReading,
  startUndoing,
} from "@/lib/exchange/import/commands";
import { getImport } from "@/lib/exchange/import/queries";
import type { ImportKind, ImportSettings } from "@/lib/exchange/import/schema";
import { uploadFile } from "@/lib/exchange/import/upload/commands";
import { runWaitingJobs } from "@/lib/worker";

async function* one(bytes: Uint8Array) {
  yield bytes;
}

type Given = Partial<ImportSettings> & { kind?: ImportKind };

/** A file handed in and read: the preview. Settings are those that were guessed, but for what is given. */
export async function previewed(ctx: Ctx, file: string | Uint8Array, given: Given = {}) {
  const { kind, ...settings } = given;
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  const { id } = await uploadFile(ctx, { name: "a test", kind }, one(bytes));
  return readAgain(ctx, id, settings);
}

/** The same file read by other settings. */
export async function readAgain(ctx: Ctx, id: string, settings: Partial<ImportSettings>) {
  const file = await getImport(ctx, id);
  await startReading(ctx, { id, kind: file.kind, settings: { ...file.settings, ...settings } });
  return finished(ctx, id);
}

export async function applied(ctx: Ctx, id: string) {
  await startApplying(ctx, { id });
  return finished(ctx, id);
}

export async function undone(ctx: Ctx, id: string) {
  await startUndoing(ctx, { id });
  return finished(ctx, id);
}

async function finished(ctx: Ctx, id: string) {
  await runWaitingJobs([importJob]);
  return getImport(ctx, id);
}
