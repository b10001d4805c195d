import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { listImportRows } from "@/lib/exchange/import/queries";
import { milestones } from "@/lib/exchange/milestone/queries";
import { bytesOf, rowsOf } from "../../support/exported";
import { applied, previewed, undone } from "../../support/imports";
import { operator } from "../../support/people";

test("an export comes back as it went: nothing would change", async () => {
  const { tally, problem } = await previewed(operator, await bytesOf(milestones, "csv", {}));
  expect(problem).toBeNull();
  expect(tally).toMatchObject({ create: 0, change: 0, reject: 0, ignored: 0 });
});

test("payments of one deal are written together, known the second time, and taken back", async () => {
  const [known] = await rowsOf(milestones, { state: "CONTINGENT", kind: "MILESTONE" });
  const text = [
    "deal_id,term_id,kind,category,trigger,amount_max,state,state_on",
    `${known?.deal_id},,MILESTONE,SALES,A first,$5m,,`,
    `${known?.deal_id},,milestone,Sales,A second,"US$1,000.5",PAID,2026-01`,
    `${known?.deal_id},${known?.term_id},MILESTONE,,Another trigger,,,`,
    "no-such-deal,,MILESTONE,SALES,A third,$5m,,",
  ].join("\n");
  const preview = await previewed(operator, text);
  const rejects = await listImportRows(operator, preview.id, { verdict: "reject" });
  expect(rejects.map(({ number }) => number)).toEqual([5]);
  expect(preview.tally).toMatchObject({ create: 2, change: 1, reject: 1 });
  const done = await applied(operator, preview.id);
  expect(done.tally).toMatchObject({ applied: 3, failed: 0 });
  const rows = await rowsOf(milestones, { deal: known?.deal_id });
  expect(rows.find(({ trigger }) => trigger === "A second")).toMatchObject({
    ...{
      amount_max: "1000.5",
      currency: "USD",
      disclosure: "UP_TO",
      state: "PAID",
      state_on: "2026-01",
    },
  });
  const again = await previewed(operator, text);
  expect(again.tally).toMatchObject({ create: 0, change: 0, same: 3, reject: 1 });
  await undone(operator, preview.id);
  const left = await rowsOf(milestones, { deal: known?.deal_id });
  expect(left.map(({ trigger }) => trigger)).not.toContain("A first");
  expect(left.find(({ term_id }) => term_id === known?.term_id)?.trigger).toBe(known?.trigger);
});

afterAll(async () => {
  await db.importFile.deleteMany();
});
