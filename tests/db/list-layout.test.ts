import { expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { parseInput } from "@/lib/input";
import { saveListLayout } from "@/lib/view/preference/commands";
import { findListLayout } from "@/lib/view/preference/queries";
import { type ListLayout, listPreferenceInput } from "@/lib/view/preference/schema";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

const layout = (more: Partial<ListLayout> = {}): ListLayout => ({
  ...{ columns: ["title", "paid"], pinned: null, widths: { title: 320 }, density: "compact" },
  ...more,
});

test("a table stays as its person laid it out, a viewer's too", () =>
  rolledBack(viewer, async (ctx) => {
    expect(await findListLayout(ctx, "deals")).toBeNull();
    await saveListLayout(ctx, { page: "deals", layout: layout() });
    await saveListLayout(ctx, { page: "deals", layout: layout({ density: "tall" }) });
    expect(await findListLayout(ctx, "deals")).toEqual(layout({ density: "tall" }));
    const other: Ctx = { ...ctx, actor: analyst };
    expect(await findListLayout(other, "deals")).toBeNull();
  }));

test("who has no account keeps none", () =>
  rolledBack(viewer, async (ctx) => {
    const stranger: Ctx = { ...ctx, actor: { kind: "anonymous" } };
    const kept = saveListLayout(stranger, { page: "deals", layout: layout() });
    await expect(kept).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await findListLayout(stranger, "deals")).toBeNull();
  }));

test("what was kept and no longer fits is the usual table", () =>
  rolledBack(viewer, async (ctx) => {
    await ctx.db.listPreference.create({
      data: { userId: viewer.id, page: "deals", layout: { columns: "all" } },
    });
    expect(await findListLayout(ctx, "deals")).toBeNull();
  }));

test.each([
  [{ page: "people", layout: layout() }, "page"],
  [{ page: "deals", layout: layout({ widths: { title: 4000 } }) }, "layout.widths.title"],
  [{ page: "deals", layout: layout({ columns: ["title'); --"] }) }, "layout.columns.0"],
  [{ page: "deals", layout: { ...layout(), density: "huge" } }, "layout.density"],
])("a layout that is none names what is wrong", (raw, path) => {
  expect(() => parseInput(listPreferenceInput, raw)).toThrow(
    expect.objectContaining({ code: "INVALID", fields: [expect.objectContaining({ path })] }),
  );
});
