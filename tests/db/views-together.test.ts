import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { arrangeTabs, changeView, chooseDefault, saveView } from "@/lib/view/saved/commands";
import { viewLimit } from "@/lib/view/saved/rules";
import { actingAs, forgetPeople, somebody } from "../support/people";

// Acts are at once only when a connection waits for each.
beforeAll(async () => {
  await Promise.all(Array.from("1234", () => db.$queryRaw`SELECT pg_sleep(0.3)::text`));
});
afterEach(forgetPeople);

const view = (name: string) => ({ page: "deals", name, query: "", access: "private" }) as const;

/** How many acts at once came through, and what the others were told. */
async function together(acts: Promise<unknown>[]) {
  const ends = await Promise.allSettled(acts);
  const codes = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  return { through: ends.length - codes.length, codes };
}

async function analyst() {
  const person = await somebody({ role: "ANALYST" });
  return { ctx: actingAs(person, "ANALYST"), userId: person.id };
}

test("of two views of one name, one is kept", async () => {
  const { ctx } = await analyst();
  const { through, codes } = await together([saveView(ctx, view("A")), saveView(ctx, view("A"))]);
  expect({ through, codes }).toEqual({ through: 1, codes: ["INVALID"] });
});

test("of two views that would both be the hundredth, one is kept", async () => {
  const { ctx, userId } = await analyst();
  await db.savedView.createMany({
    data: Array.from({ length: viewLimit - 1 }, (_, n) => ({
      ...{ userId, page: "deals", name: `${n}`, query: "" },
    })),
  });
  const { through, codes } = await together(
    [..."ABCDEFGH"].map((name) => saveView(ctx, view(name))),
  );
  expect({ through, codes }).toEqual({ through: 1, codes: Array(7).fill("LIMITED") });
});

test("of two changes of one version, one is kept", async () => {
  const { ctx } = await analyst();
  const { id } = await saveView(ctx, view("A"));
  const changes = ["from=CN", "from=JP", "from=US"];
  const { through, codes } = await together(
    changes.map((query) => changeView(ctx, { id, version: 1, query })),
  );
  expect({ through, codes }).toEqual({ through: 1, codes: ["CONFLICT", "CONFLICT"] });
});

test("an order and a default that are given at once are both kept", async () => {
  const { ctx, userId } = await analyst();
  const { id } = await saveView(ctx, view("A"));
  const { through } = await together([
    arrangeTabs(ctx, { page: "deals", order: [id] }),
    chooseDefault(ctx, { page: "deals", id }),
    arrangeTabs(ctx, { page: "deals", order: [id] }),
  ]);
  expect(through).toBe(3);
  expect(await db.viewTabs.findMany({ where: { userId } })).toMatchObject([
    { order: [id], defaultId: id },
  ]);
});
