import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countMilestones } from "@/lib/catalogue/milestone/count/queries";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import { dues, parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { datedPayments } from "@/lib/exchange/calendar/queries";
import { relativePeriod } from "@/lib/relative-date";
import { sql } from "@/lib/sql";
import { is } from "../../support/is";

const ctx = scriptContext("test");
const filterOf = (query: Query) => parseMilestoneFilter(query).filter;
const rows = async (query: Query) => (await listMilestones(ctx, filterOf(query))).total;

const today = new Date().toISOString().slice(0, 10);
const quarter = is(relativePeriod("this-quarter", today));
const next = is(relativePeriod("next-quarter", today));

/** Open payments, given days for as long as the tests run: the seed knows few. */
const expected: [on: string, precision: string, due: string][] = [
  ["2001-01-01", "YEAR", "overdue"],
  [quarter.first, "QUARTER", "this-quarter"],
  [next.first, "DAY", "next-quarter"],
];
let ids: string[] = [];

beforeAll(async () => {
  const terms = await sql<{ id: string }[]>`
    SELECT t.id FROM payment_term t JOIN deal_row d ON d.id = t.deal_id
    WHERE state = 'CONTINGENT' AND kind <> 'HEADLINE' AND expected_on IS NULL ORDER BY id DESC LIMIT 3`;
  ids = terms.map(({ id }) => id);
  for (const [n, [on, precision]] of expected.entries()) {
    await sql`UPDATE payment_term SET expected_on = ${on}, expected_precision = ${precision}
      WHERE id = ${is(ids[n])}`;
  }
});

afterAll(async () => {
  await sql`UPDATE payment_term SET expected_on = NULL, expected_precision = NULL
    WHERE id = ANY (${ids}::uuid[])`;
});

describe.each([{}, { company: "takeda" }, { kind: "MILESTONE" }])(
  "of the payments with %o each tab's count",
  (query) => {
    test("is the number of rows it leads to", async () => {
      const counts = await countMilestones(ctx, filterOf({ ...query, state: "PAID" }));
      expect(counts.all).toBe(await rows(query));
      for (const due of dues)
        expect([due, counts.due[due]]).toEqual([due, await rows({ ...query, due })]);
      for (const [state, count] of Object.entries(counts.state)) {
        expect([state, count]).toEqual([state, await rows({ ...query, state })]);
      }
      const all = await countMilestones(ctx, filterOf(query));
      for (const { slug, payments } of all.payer) {
        expect(await rows({ ...query, payer: slug })).toBe(payments);
      }
      for (const { slug, payments } of all.payee) {
        expect(await rows({ ...query, payee: slug })).toBe(payments);
      }
    });
  },
);

test.each(expected)("a payment expected on %s (%s) is found as %s", async (on, _precision, due) => {
  const { items } = await listMilestones(ctx, filterOf({ due, limit: "500" }));
  const at = expected.findIndex(([one]) => one === on);
  expect(items.map(({ id }) => id)).toContain(ids[at]);
});

test("the calendar holds the payments of its filter that have a day, an open one on the day it is expected", async () => {
  const open = await datedPayments(ctx, filterOf({ state: "CONTINGENT" }));
  expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(open.find(({ id }) => id === ids[0])).toMatchObject({
    ...{ on: "2001", first: "2001-01-01", last: "2001-12-31" },
  });
  const deal = "takeda-hutchmed-fruquintinib-2023";
  const triggered = await datedPayments(ctx, filterOf({ deal, state: "TRIGGERED" }));
  expect(triggered.map(({ on }) => on)).toContain("2024-10-31");
});
