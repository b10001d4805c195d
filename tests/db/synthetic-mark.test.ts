import { v7 as uuid } from "uuid";
import { afterEach, expect, test } from "vitest";
import { holdsSyntheticDeals } from "@/lib/catalogue/synthetic/queries";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";

const ctx = scriptContext("test");
const slug = "synthetic-deal-4";

/** A committed row: the mark is read past any open transaction. */
function deal(tags: string[]) {
  const announced = { announcedOn: new Date("2024-11-01"), announcedPrecision: "MONTH" } as const;
  return db.deal.create({
    data: {
      id: uuid(),
      slug,
      title: "A deal",
      type: "LICENSE",
      status: "ACTIVE",
      tags,
      ...announced,
    },
  });
}

afterEach(async () => {
  await db.deal.deleteMany({ where: { slug } });
});

test("pages say that data is synthetic when a generated deal is there", async () => {
  expect(await holdsSyntheticDeals(ctx)).toBe(false);
  await deal(["synthetic"]);
  expect(await holdsSyntheticDeals(ctx)).toBe(true);
});

test("a person's deal of the same address is none", async () => {
  await deal(["oncology"]);
  expect(await holdsSyntheticDeals(ctx)).toBe(false);
});
