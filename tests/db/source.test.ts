import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { listHistory } from "@/lib/history/queries";
import { ensureSources, saveSource } from "@/lib/source/commands";
import { getSource } from "@/lib/source/queries";
import { type SourceInput, sourceChange, sourceInput } from "@/lib/source/schema";
import { analyst, rolledBack } from "../support/rolled-back";

async function known(ctx: Ctx, fields: object = {}): Promise<SourceInput> {
  const source = sourceInput.parse({
    id: uuid(),
    kind: "ARTICLE",
    title: "A paper",
    url: `https://example.com/${uuid()}`,
    grade: "PRESS",
    ...fields,
  });
  await ensureSources(ctx, [source]);
  return source;
}

describe("a document that is put right", () => {
  test("has a new version, and its history says what changed", () =>
    rolledBack(analyst, async (ctx) => {
      const source = await known(ctx);
      await saveSource(ctx, { ...source, title: "The paper", version: 1 });
      expect(await getSource(ctx, source.id)).toMatchObject({
        source: { title: "The paper" },
        version: 2,
      });
      const { items } = await listHistory(ctx, { entity: "SOURCE", entityId: source.id });
      const [update, create] = items;
      expect([update, create].map((entry) => entry?.version)).toEqual([2, 1]);
      expect(update?.changes).toEqual([{ path: "title", before: "A paper", after: "The paper" }]);
    }));

  test("is not written over what somebody else saved first", () =>
    rolledBack(analyst, async (ctx) => {
      const source = await known(ctx);
      await saveSource(ctx, { ...source, title: "Theirs", version: 1 });
      const mine = saveSource(ctx, { ...source, title: "Mine", version: 1 });
      await expect(mine).rejects.toMatchObject({ code: "CONFLICT" });
      expect((await getSource(ctx, source.id)).source.title).toBe("Theirs");
    }));

  test("that is the same already keeps its version", () =>
    rolledBack(analyst, async (ctx) => {
      const source = await known(ctx);
      await saveSource(ctx, { ...source, version: 1 });
      expect((await getSource(ctx, source.id)).version).toBe(1);
    }));

  test("can't take the address of another", () =>
    rolledBack(analyst, async (ctx) => {
      const [one, other] = [await known(ctx), await known(ctx)];
      await expect(saveSource(ctx, { ...one, url: other.url, version: 1 })).rejects.toMatchObject({
        code: "INVALID",
        fields: [{ path: "url" }],
      });
    }));
});

test.each(['"', "xx-", "en-", "english please", "en-u-ca-x"])(
  "a language that can't be named is refused: %s",
  (lang) => {
    const source = {
      id: uuid(),
      kind: "OTHER",
      title: "A paper",
      grade: "PRESS",
      version: 1,
      lang,
    };
    expect(sourceChange.safeParse(source).error?.issues.map(({ path }) => path)).toEqual([
      ["lang"],
    ]);
  },
);
