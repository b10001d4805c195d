import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { companies } from "@/lib/exchange/company/queries";
import { listImportRows } from "@/lib/exchange/import/queries";
import { bytesOf } from "../../support/exported";
import { applied, previewed, undone } from "../../support/imports";
import { operator } from "../../support/people";

const file = () => bytesOf(companies, "csv", {});

const bySlug = (slug: string) => db.company.findUniqueOrThrow({ where: { slug } });

test("an export comes back as it went: nothing would change", async () => {
  const { tally, state } = await previewed(operator, await file());
  expect(state).toBe("read");
  expect(tally).toMatchObject({ create: 0, change: 0, reject: 0, ignored: 0 });
  expect(tally.same).toBe(await db.company.count({ where: { withdrawnAt: null } }));
});

test("what a row changes is shown, written as one act, and taken back", async () => {
  const before = await bySlug("hutchmed");
  const text = "company_id,city,website,version\nhutchmed,Shanghai,hutch-med.com,1\nno-such,X,,\n";
  const preview = await previewed(operator, text);
  expect(preview.tally).toMatchObject({ create: 0, change: 1, same: 0, reject: 1 });
  const [row] = await listImportRows(operator, preview.id, { verdict: "change" });
  expect(row?.report.changes).toEqual(
    expect.arrayContaining([{ column: "city", before: before.city, after: "Shanghai" }]),
  );
  await applied(operator, preview.id);
  expect((await bySlug("hutchmed")).city).toBe("Shanghai");
  const { tally } = await undone(operator, preview.id);
  expect(tally).toMatchObject({ undone: 1, left: 0 });
  expect((await bySlug("hutchmed")).city).toBe(before.city);
});

afterAll(async () => {
  await db.importFile.deleteMany();
});
