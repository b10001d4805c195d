import "server-only";
import * as z from "zod";
import { type SaveAnswer, type SaveRecord, warningKey } from "@/components/record/form/save-answer";
import { action } from "@/lib/action";
import type { PickRow } from "@/lib/catalogue/search/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import type { Warning } from "@/lib/deal/warning/rules";
import { AppError, type FieldError } from "@/lib/errors";
import { changesBetween } from "@/lib/history/rules";
import { isWithdrawn } from "@/lib/record/queries";
import {
  factsOf,
  type Noun,
  type RecordInput,
  refuseProblems,
  type StoredDoc,
} from "@/lib/record/rules";
import { dropDraft } from "@/lib/view/draft/commands";
import { draftForm } from "@/lib/view/draft/schema";

type Saving<Doc extends StoredDoc, Input extends RecordInput> = {
  noun: Noun;
  schema: z.ZodType<Input>;
  problems: (input: Input) => FieldError[];
  save: (ctx: Ctx, inputs: Input[]) => Promise<{ slug: string }[]>;
  load: (ctx: Ctx, ids: string[]) => Promise<ReadonlyMap<string, Doc>>;
  /** The names of what the record refers to. */
  known: (ctx: Ctx, doc: Doc) => Promise<PickRow[]>;
  toDoc: (input: Input, common: { id: string; version: number; slug: string }) => Doc;
  warnings?: (ctx: Ctx, record: Input | Doc) => Promise<Warning[]>;
};

/** The action behind a record's form: warns, saves and forgets the draft, or tells what somebody else saved first. */
export function saveAction<Doc extends StoredDoc, Input extends RecordInput>(
  saving: Saving<Doc, Input>,
): SaveRecord<Doc> {
  const request = z.strictObject({
    form: draftForm,
    record: z.unknown().pipe(saving.schema),
    accepted: z.array(z.string().max(300)).max(2000),
  });
  return action(request, async (ctx, { form, record, accepted }): Promise<SaveAnswer<Doc>> => {
    refuseProblems([record], saving.problems);
    const warnings = await freshWarnings(ctx, saving, record, accepted);
    if (warnings.length > 0) return { state: "warned", warnings };
    try {
      const slug = await inTransaction(ctx, async (ctx) => {
        const [saved] = await saving.save(ctx, [record]);
        await dropDraft(ctx, form);
        return saved?.slug ?? "";
      });
      return { state: "saved", slug };
    } catch (error) {
      const answer = await explained(ctx, saving, record, error);
      if (!answer) throw error;
      return answer;
    }
  });
}

/** Warnings that the person has not accepted, and that the record did not have before. */
async function freshWarnings<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { load, warnings }: Saving<Doc, Input>,
  record: Input,
  accepted: string[],
): Promise<Warning[]> {
  if (!warnings) return [];
  const found = await warnings(ctx, record);
  const before = record.id ? (await load(ctx, [record.id])).get(record.id) : undefined;
  const old = before ? await warnings(ctx, before) : [];
  const known = new Set([...accepted, ...old.map(warningKey)]);
  return found.filter((warning) => !known.has(warningKey(warning)));
}

/** What stood in the way, when it was somebody else's save; null for every other failure. */
async function explained<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { noun, load, known, toDoc }: Saving<Doc, Input>,
  record: Input,
  error: unknown,
): Promise<SaveAnswer<Doc> | null> {
  if (!(error instanceof AppError) || error.code !== "CONFLICT" || !record.id) return null;
  if (await isWithdrawn(ctx, noun, record.id)) return { state: "withdrawn" };
  const theirs = (await load(ctx, [record.id])).get(record.id);
  if (!theirs || theirs.version === record.version) return null;
  const { id, version, slug } = theirs;
  const mine = toDoc(record, { id, version: record.version ?? version, slug });
  // The answer to an earlier save was lost on its way: this one asks for nothing new.
  if (sameFacts(theirs, mine)) return { state: "saved", slug };
  return { state: "conflict", theirs, mine, known: await known(ctx, theirs) };
}

function sameFacts(a: StoredDoc, b: StoredDoc): boolean {
  return changesBetween(factsOf(a), factsOf(b)).length === 0;
}
