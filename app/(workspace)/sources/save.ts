"use server";

import * as z from "zod";
import type { SaveAnswer } from "@/components/record/form/save-answer";
import { action } from "@/lib/action";
import { type Ctx, inTransaction } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { saveSource } from "@/lib/source/commands";
import { getSource } from "@/lib/source/queries";
import { type SourceChange, type SourceDoc, sourceChange } from "@/lib/source/schema";
import { dropDraft } from "@/lib/view/draft/commands";
import { draftForm } from "@/lib/view/draft/schema";

const request = z.strictObject({
  form: draftForm,
  record: z.unknown().pipe(sourceChange),
  accepted: z.array(z.string()).max(0),
});

export const save = action(
  request,
  async (ctx, { form, record }): Promise<SaveAnswer<SourceDoc>> => {
    try {
      await inTransaction(ctx, async (ctx) => {
        await saveSource(ctx, record);
        await dropDraft(ctx, form);
      });
      return { state: "saved", slug: record.id };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "CONFLICT") throw error;
      return conflict(ctx, record);
    }
  },
);

/** Somebody else saved first: theirs, beside what was sent. */
async function conflict(ctx: Ctx, record: SourceChange): Promise<SaveAnswer<SourceDoc>> {
  const { source, version } = await getSource(ctx, record.id);
  const slug = record.id;
  return {
    state: "conflict",
    theirs: { ...source, version, slug },
    mine: { ...record, slug },
    known: [],
  };
}
