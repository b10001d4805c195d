import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { purgeDeal, saveDeals, withdrawDeal } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { listHistory } from "@/lib/history/queries";
import { licence, someRecords } from "../support/deals";
import { is } from "../support/is";
import { actingAs, forgetPeople, operator, somebody } from "../support/people";

const made: string[] = [];

/** What commits is taken away again; its history stays, as history does. */
afterAll(async () => {
  for (const id of made) {
    const { version } = await db.deal.findUniqueOrThrow({ where: { id } });
    await withdrawDeal(operator, { id, version, reason: "A test" });
    await purgeDeal(operator, { id, version: version + 1, reason: "A test" });
  }
  await db.company.deleteMany();
  await db.asset.deleteMany();
  await forgetPeople();
});

test("fifty edits of one version at once: one wins, 49 conflict, and history has one entry", async () => {
  const analyst = actingAs(await somebody({ role: "ANALYST" }), "ANALYST");
  const records = await someRecords(operator);
  const { id } = is((await saveDeals(operator, [licence(records)]))[0]);
  made.push(id);
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
  const { items } = await listHistory(operator, { entity: "DEAL", entityId: id });
  expect(items.map(({ action, version }) => ({ action, version }))).toEqual([
    { action: "update", version: 2 },
    { action: "create", version: 1 },
  ]);
});
