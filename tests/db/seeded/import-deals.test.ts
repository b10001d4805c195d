import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { deals } from "@/lib/exchange/deal/queries";
import { listImportRows } from "@/lib/exchange/import/queries";
import { bytesOf, rowsOf } from "../../support/exported";
import { applied, previewed, undone } from "../../support/imports";
import { operator } from "../../support/people";

const clean = { create: 0, change: 0, reject: 0, ignored: 0 };

test("an export comes back as it went: nothing would change", async () => {
  const { tally, state, problem } = await previewed(operator, await bytesOf(deals, "csv", {}));
  expect(problem).toBeNull();
  expect(state).toBe("read");
  expect(tally).toMatchObject({
    ...clean,
    same: await db.deal.count({ where: { withdrawnAt: null } }),
  });
});

test("a workbook of the export comes back as it went, too", async () => {
  const { tally, problem } = await previewed(operator, await bytesOf(deals, "xlsx", {}));
  expect(problem).toBeNull();
  expect(tally).toMatchObject(clean);
});

const file = `title,type,announced_on,licensor_names,licensee_names,asset_names,stage_at_signing,territory_include,territory_exclude,exclusivity,upfront_max,upfront_disclosure,milestones_development_max,milestones_sales_max,headline_max,royalty_min_pct,royalty_max_pct,royalty_disclosure,primary_source_url,summary
"=A ""new"" licence 🚀",licence,2024/4/1,和黄医药,Takeda,,,JP,,exclusive,¥12億,exact,"¥1,000",¥2000,"¥13億",5,10%,range,https://example.com/one,"One
two"
Another one,OPTION,2024年11月,HUTCHMED,Takeda,,,,,,,undisclosed,,,,,,,,
`;

test("new deals are written as their rows say, known the second time, and taken back", async () => {
  const preview = await previewed(operator, file, { words: { type: { licence: "LICENSE" } } });
  const rejects = await listImportRows(operator, preview.id, { verdict: "reject" });
  expect(rejects.map(({ report }) => report.problems)).toEqual([]);
  expect(preview.tally).toMatchObject({ create: 2, change: 0, reject: 0 });
  const before = await db.deal.count();
  const done = await applied(operator, preview.id);
  expect(done.tally).toMatchObject({ applied: 2, failed: 0 });
  const rows = await rowsOf(deals, { q: "new licence" });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    title: `'=A "new" licence 🚀`,
    announced_on: "2024-04-01",
    licensor_ids: "hutchmed",
    upfront_min: "1200000000",
    upfront_max: "1200000000",
    currency: "JPY",
    milestones_development_max: "1000",
    milestones_sales_max: "2000",
    milestones_total_max: "3000",
    royalty_max_pct: "10",
    summary: "One\ntwo",
    primary_source_url: "https://example.com/one",
  });
  const again = await previewed(operator, file, { words: { type: { licence: "LICENSE" } } });
  const changes = await listImportRows(operator, again.id, { verdict: "change" });
  expect(changes.map(({ report }) => report.changes)).toEqual([]);
  expect(again.tally).toMatchObject({ create: 0, change: 0, same: 2, reject: 0 });
  const taken = await undone(operator, preview.id);
  expect(taken.tally).toMatchObject({ undone: 2, left: 0 });
  expect(await db.deal.count()).toBe(before);
});

afterAll(async () => {
  await db.importFile.deleteMany();
});
