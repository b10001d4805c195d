import { expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { parseInput } from "@/lib/input";
import { dropDraft, saveDraft } from "@/lib/view/draft/commands";
import { findDraft } from "@/lib/view/draft/queries";
import { draftInput, draftLimit } from "@/lib/view/draft/schema";
import { admin, analyst, rolledBack, viewer } from "../support/rolled-back";

const draft = (payload: string) => ({ form: "deals/new", version: null, payload });

const asked = (raw: object) => parseInput(draftInput, { ...draft("{}"), ...raw });

test("a draft is kept, replaced by the next one and forgotten", () =>
  rolledBack(analyst, async (ctx) => {
    await saveDraft(ctx, draft("one"));
    await saveDraft(ctx, { ...draft("two"), version: 3 });
    expect(await findDraft(ctx, "deals/new")).toMatchObject({ payload: "two", version: 3 });
    await dropDraft(ctx, "deals/new");
    await dropDraft(ctx, "deals/new");
    expect(await findDraft(ctx, "deals/new")).toBeNull();
  }));

test("a draft is its person's own, and of one form", () =>
  rolledBack(analyst, async (ctx) => {
    await saveDraft(ctx, draft("mine"));
    const other: Ctx = { ...ctx, actor: admin };
    expect(await findDraft(other, "deals/new")).toBeNull();
    await dropDraft(other, "deals/new");
    expect(await findDraft(ctx, "companies/new")).toBeNull();
    expect(await findDraft(ctx, "deals/new")).toMatchObject({ payload: "mine" });
  }));

test("who may not write keeps no drafts", () =>
  rolledBack(viewer, async (ctx) => {
    await expect(saveDraft(ctx, draft("x"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(dropDraft(ctx, "deals/new")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(findDraft(ctx, "deals/new")).rejects.toMatchObject({ code: "FORBIDDEN" });
  }));

test("what the database has no room for is left out, and the rest is kept", () =>
  rolledBack(analyst, async (ctx) => {
    const payload = `a\0b${"\ud83d"}c 😀 "quoted" \\u0000`;
    await saveDraft(ctx, asked({ payload }));
    expect((await findDraft(ctx, "deals/new"))?.payload).toBe('abc 😀 "quoted" \\u0000');
  }));

test.each([
  [{ payload: "字".repeat(draftLimit / 3 + 1) }, "payload"],
  [{ payload: { deep: [] } }, "payload"],
  [{ form: "../people" }, "form"],
  [{ form: "deals/takeda'); --/edit" }, "form"],
  [{ version: -1 }, "version"],
])("a draft that is no draft names its field", (raw, path) => {
  expect(() => asked(raw)).toThrow(
    expect.objectContaining({ code: "INVALID", fields: [expect.objectContaining({ path })] }),
  );
});
