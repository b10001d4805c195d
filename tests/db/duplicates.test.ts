import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { saveCompanies } from "@/lib/company/commands";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { saveDeals, withdrawDeal } from "@/lib/deal/commands";
import { findLikelyDuplicates } from "@/lib/quality/duplicate/queries";
import { areNear } from "@/lib/quality/duplicate/rules";
import { licence, type SomeRecords, someRecords } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack } from "../support/rolled-back";

async function logged(ctx: Ctx, fields: object = {}) {
  const records = await someRecords(ctx);
  const [saved] = await saveDeals(ctx, [
    licence(records, { announcedOn: "2024-11-10", ...fields }),
  ]);
  return { records, deal: is(saved) };
}

const pair = ({ licensor, licensee }: SomeRecords) => [licensor.id, licensee.id];

test("the same pair within a fortnight, or with the same asset whenever, is a likely duplicate", () =>
  rolledBack(analyst, async (ctx) => {
    const { records, deal } = await logged(ctx);
    const companyIds = pair(records);
    const found = (query: object) =>
      findLikelyDuplicates(ctx, { companyIds, assetIds: [], announcedOn: null, ...query });
    const same = [{ slug: deal.slug, title: "NL-001 in Japan", announcedOn: "2024-11-10" }];
    expect(await found({ announcedOn: "2024-11-24" })).toMatchObject(same);
    expect(await found({ announcedOn: "2024-11-25" })).toEqual([]);
    expect(await found({ announcedOn: "2024-12" })).toEqual([]);
    expect(await found({ announcedOn: "2024" })).toMatchObject(same);
    expect(await found({ assetIds: [records.asset.id] })).toMatchObject(same);
    expect(await found({ assetIds: [uuid()] })).toEqual([]);
  }));

test("a deal is no duplicate of itself, and a withdrawn one is none", () =>
  rolledBack(analyst, async (ctx) => {
    const { records, deal } = await logged(ctx);
    const query = { companyIds: pair(records), assetIds: [records.asset.id], announcedOn: null };
    expect(await findLikelyDuplicates(ctx, { ...query, exceptId: deal.id })).toEqual([]);
    await withdrawDeal(ctx, { id: deal.id, version: 1, reason: "Logged twice" });
    expect(await findLikelyDuplicates(ctx, query)).toEqual([]);
  }));

test("one shared company is no pair, nor are two on one side", () =>
  rolledBack(analyst, async (ctx) => {
    const { records } = await logged(ctx);
    const [third] = await saveCompanies(ctx, [
      companyInput.parse({ name: "Third Bio", country: "KR", kind: "BIOTECH" }),
    ]);
    const assetIds = [records.asset.id];
    const withThird = [records.licensor.id, is(third).id];
    const found = (companyIds: string[]) =>
      findLikelyDuplicates(ctx, { companyIds, assetIds, announcedOn: "2024-11-10" });
    expect(await found(withThird)).toEqual([]);
    expect(await found([records.licensor.id, records.licensor.id])).toEqual([]);
    const parties = [records.licensor, is(third)].map(({ id }) => ({
      ...{ id: uuid(), companyId: id, role: "LICENSOR" },
    }));
    const licensee = { id: uuid(), companyId: records.licensee.id, role: "LICENSEE" };
    await saveDeals(ctx, [licence(records, { title: "Both", parties: [...parties, licensee] })]);
    expect(await found(withThird)).toEqual([]);
  }));

test.each([
  ["2024-11-10", "2024-11-24", true],
  ["2024-11-10", "2024-11-25", false],
  ["2024-11", "2024-12-14", true],
  ["2024-11", "2024-12-15", false],
  ["2024", "2025-01-14", true],
  ["2024-Q1", "2024-04-15", false],
])("%s and %s are near: %s", (a, b, near) => {
  expect([areNear(a, b), areNear(b, a)]).toEqual([near, near]);
});
