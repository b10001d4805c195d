import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabases } from "../../scripts/lib/test-databases.mjs";
import { is } from "../support/is";

let close = async () => {};

/**
 * What this test writes is committed, and history can't be taken back: it has a database of its own, and a
 * connection for many at once. The rooms read the environment when they are first imported.
 */
async function rooms() {
  const databases = await openTestDatabases();
  close = databases.stop;
  process.env.DATABASE_URL = (await databases.fresh("empty")).url;
  process.env.DATABASE_POOL = "20";
  const [{ db }, commands, queries, history, deals, people] = await Promise.all([
    import("@/lib/db"),
    import("@/lib/deal/commands"),
    import("@/lib/deal/queries"),
    import("@/lib/history/queries"),
    import("../support/deals"),
    import("../support/people"),
  ]);
  close = async () => {
    await db.$disconnect();
    await databases.stop();
  };
  return { ...commands, ...queries, ...history, ...deals, ...people };
}

let room: Awaited<ReturnType<typeof rooms>>;
beforeAll(async () => {
  room = await rooms();
}, 120_000);
afterAll(() => close());

test("fifty edits of one version at once: one wins, 49 conflict, and history has one entry", async () => {
  const { operator, saveDeals, loadDealDocs } = room;
  const analyst = room.actingAs(await room.somebody({ role: "ANALYST" }), "ANALYST");
  const records = await room.someRecords(operator);
  const { id } = is((await saveDeals(operator, [room.licence(records)]))[0]);
  const doc = is((await loadDealDocs(operator, [id])).get(id));

  const ends = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) =>
      saveDeals(analyst, [{ ...doc, title: `Title ${n}`, tags: [`tag ${n}`] }]),
    ),
  );
  const lost = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  expect(lost).toEqual(Array.from({ length: 49 }, () => "CONFLICT"));

  const now = is((await loadDealDocs(operator, [id])).get(id));
  const winner = ends.findIndex((end) => end.status === "fulfilled");
  expect(now).toMatchObject({ version: 2, title: `Title ${winner}`, tags: [`tag ${winner}`] });
  const { items } = await room.listHistory(operator, { entity: "DEAL", entityId: id });
  expect(items.map(({ action, version }) => ({ action, version }))).toEqual([
    { action: "update", version: 2 },
    { action: "create", version: 1 },
  ]);
}, 120_000);
