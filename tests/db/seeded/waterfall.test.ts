import { describe, expect, test } from "vitest";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import { parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { moneyOf, type Standing } from "@/lib/deal/money/rules";
import { loadDealDocs } from "@/lib/deal/queries";
import { getWaterfalls } from "@/lib/insight/waterfall/queries";
import { totalOf } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";

const ctx = scriptContext("test");
const filterOf = (query: Query) => parseMilestoneFilter(query).filter;
const falls = (query: Query) => getWaterfalls(ctx, filterOf(query));

/** "paid AT_LEAST 435–null, 2 of 2" */
async function told(query: Query) {
  return (await falls(query)).flatMap(({ currency, lines }) =>
    lines.map(
      ({ step, total: { disclosure, min, max, disclosed, of } }) =>
        `${currency} ${step} ${disclosure} ${min}–${max}, ${disclosed} of ${of}`,
    ),
  );
}

test("fruquintinib goes from 1.13B to 435M paid, 30M or more triggered beside, and 665M at most to come", async () => {
  expect(await told({ deal: "takeda-hutchmed-fruquintinib-2023" })).toEqual([
    "USD headline UP_TO null–1130000000, 1 of 1",
    "USD upfront EXACT 400000000–400000000, 1 of 1",
    "USD triggered AT_LEAST 465000000–null, 4 of 5",
    "USD paid AT_LEAST 435000000–null, 2 of 2",
    "USD open UP_TO null–665000000, 1 of 1",
  ]);
});

test("BB-1701's contingent terms lapsed with its option, and nothing paid is disclosed", async () => {
  expect(await told({ deal: "eisai-blissbio-bb-1701-2023" })).toEqual([
    "USD headline UP_TO null–2000000000, 1 of 1",
    "USD upfront UNDISCLOSED null–null, 0 of 1",
    "USD lapsed UNDISCLOSED null–null, 1 of 2",
    "USD unknown UNDISCLOSED null–null, 0 of 1",
  ]);
});

test("every deal's steps are the standings that its own page adds up", async () => {
  const rows = await db.dealRow.findMany({ select: { id: true, slug: true } });
  const docs = await loadDealDocs(
    ctx,
    rows.map(({ id }) => id),
  );
  for (const { id, slug } of rows) {
    const ours = (await falls({ deal: slug })).flatMap(({ currency, lines }) =>
      lines.flatMap(({ step, total }) =>
        step === "headline" || step === "upfront" || step === "triggered"
          ? []
          : [{ currency, step, total }],
      ),
    );
    const pages = moneyOf(docs.get(id)?.terms ?? []).flatMap(({ currency, standing }) =>
      standing.flatMap(({ standing, total }) =>
        standing === "triggered" ? [] : [{ currency, step: standing satisfies Standing, total }],
      ),
    );
    const sorted = (list: typeof ours) =>
      list.map((one) => JSON.stringify([slug, one.currency, one.step, one.total])).sort();
    expect(sorted(ours)).toEqual(sorted(pages));
  }
});

const scopes: Query[] = [
  {},
  { from: "CN", to: "JP" },
  { announced_from: "2023", announced_to: "2023" },
  { payer: "takeda" },
  { payee: "hutchmed" },
];

describe.each(scopes)("the steps of %o", (query) => {
  test("each lead to as many payments as they count, which add up to the same bounds", async () => {
    for (const { currency, lines } of await falls(query)) {
      if (currency === null) continue;
      for (const { step, payments, total } of lines) {
        const { items, total: rows } = await listMilestones(
          ctx,
          filterOf({ ...query, step, currency, limit: "500" }),
        );
        expect([step, rows]).toEqual([step, payments]);
        if (step !== "headline" && step !== "upfront") continue;
        const amounts = items.map(({ amount }): Amount => ({ ...amount, currency }));
        expect(total).toEqual({ ...totalOf(amounts), currency });
      }
    }
  });
});
