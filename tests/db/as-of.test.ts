import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { findPastDeal } from "@/lib/deal/past/queries";
import { dealOn } from "@/lib/deal/past/rules";
import { loadDealDocs } from "@/lib/deal/queries";
import type { DealDoc } from "@/lib/deal/schema";
import { scaled, unscaled } from "@/lib/decimal";
import { replay } from "@/lib/payment/rules";
import { stateOf } from "@/lib/payment/term/rules";
import { saveSource } from "@/lib/source/commands";
import { DealStatus } from "@/prisma/generated/enums";
import { licence, type SomeRecords, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { anyLife } from "../support/lives";
import { analyst, rolledBack } from "../support/rolled-back";

const anyDay = fc
  .tuple(
    fc.integer({ min: 2018, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")));
const anyDate = anyDay.chain(([year, month, day]) =>
  fc.constantFrom(
    `${year}`,
    `${year}-${month}`,
    `${year}-${month}-${day}`,
    `${year}-Q3`,
    `${year}-H1`,
  ),
);
const maybeDate = fc.option(anyDate, { freq: 4 });

/** What happened to a deal, in any order and dated as well or as badly as sources do. */
const anyStory = fc.record({
  announcedOn: anyDate,
  closedOn: maybeDate,
  endedOn: maybeDate,
  type: fc.constantFrom("LICENSE", "OPTION"),
  status: fc.constantFrom(...Object.values(DealStatus)),
  publishedOn: maybeDate,
  events: fc.array(
    fc.record({
      kind: fc.constantFrom(
        "CLOSED",
        "OPTION_EXERCISED",
        "OPTION_LAPSED",
        "TERMINATED",
        "EXPIRED",
        "APPROVAL",
      ),
      on: maybeDate,
      isSourced: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  terms: fc.array(
    fc.record({
      kind: fc.constantFrom("UPFRONT", "MILESTONE", "EQUITY", "HEADLINE"),
      life: anyLife,
      dates: fc.array(maybeDate, { minLength: 12, maxLength: 12 }),
      amount: fc.integer({ min: 1, max: 900 }),
      isOpened: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;

function inputOf(records: SomeRecords, story: Story) {
  const source = {
    ...{ id: uuid(), kind: "ARTICLE", title: "A report", grade: "PRESS" },
    publishedOn: story.publishedOn,
  };
  const events = story.events.map(({ kind, on, isSourced }) => ({
    ...{ id: uuid(), kind, on, summary: kind, sourceId: isSourced ? source.id : null },
  }));
  const terms = story.terms.map(({ kind, life, dates, amount, isOpened }, n) =>
    term({
      ...{
        kind,
        disclosure: "EXACT",
        currency: "USD",
        min: String(amount),
        initialState: life.start,
      },
      openedById: isOpened ? (events[0]?.id ?? null) : null,
      steps: life.steps.map(({ toState }, index) => ({
        ...{ to: toState, on: dates[index], note: "as told" },
        sourceId: (n + index) % 2 === 0 ? source.id : null,
      })),
    }),
  );
  const { announcedOn, closedOn, endedOn, type, status } = story;
  const head = { announcedOn, closedOn, endedOn, type, status };
  return licence(records, { ...head, sources: [source], events, terms });
}

type Row = { status: string; paid: string | null; triggered: string | null };
type Deal = { doc: DealDoc; id: string; days: string[] };

const rowOn = async (ctx: Ctx, { id }: Deal, day: string): Promise<Row | null> => {
  const [row] = await ctx.db.$queryRaw<Row[]>`
    SELECT status, trim_scale(paid_to_date)::text AS paid, trim_scale(triggered_to_date)::text AS triggered
    FROM deal_row_on(${day}::date) WHERE id = ${id}::uuid`;
  return row ?? null;
};

/** Twenty deals of any story, with every day on which something of them changes, and the day before it. */
async function someDeals(ctx: Ctx): Promise<Deal[]> {
  const records = await someRecords(ctx);
  const stories = fc.sample(anyStory, 20);
  const saved = await saveDeals(
    ctx,
    stories.map((story) => inputOf(records, story)),
  );
  const docs = await loadDealDocs(
    ctx,
    saved.map(({ id }) => id),
  );
  const found = await ctx.db.$queryRaw<{ id: string; days: string[] }[]>`
    SELECT d.id, array_agg((day - n)::text ORDER BY day, n DESC) AS days FROM deal d
    CROSS JOIN LATERAL deal_days(d.id) CROSS JOIN (VALUES (0), (1)) AS before(n)
    WHERE isfinite(day) GROUP BY d.id`;
  return found.map(({ id, days }) => ({ id, days, doc: is(docs.get(id)) }));
}

function sumOf(terms: DealDoc["terms"]): string | null {
  const counted = terms.filter(({ kind }) => kind !== "HEADLINE");
  if (counted.length === 0) return null;
  return unscaled(counted.reduce((sum, { min }) => sum + scaled(min ?? "0"), 0n));
}

describe("for deals of any story", () => {
  test("the row on the day since which it holds, and on any later one, is today's in every column", () =>
    rolledBack(analyst, async (ctx) => {
      await someDeals(ctx);
      const differing = await ctx.db.$queryRaw<{ id: string }[]>`
        SELECT now.id FROM deal_row AS now
        CROSS JOIN LATERAL (VALUES (now.since), ('9999-12-31'::date)) AS asked(day)
        LEFT JOIN LATERAL deal_row_on(asked.day) AS was ON was.id = now.id
        WHERE now.since IS NOT NULL AND now IS DISTINCT FROM was`;
      expect(differing).toEqual([]);
      const kept = await ctx.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM deal_row WHERE since IS NOT NULL`;
      expect(kept[0]?.count).toBeGreaterThan(0);
    }));

  test("earlier rows follow on each other without a gap, from the announcement to today's", () =>
    rolledBack(analyst, async (ctx) => {
      await someDeals(ctx);
      const gaps = await ctx.db.$queryRaw<{ id: string }[]>`
        SELECT d.id FROM deal d JOIN deal_row now ON now.id = d.id
        CROSS JOIN LATERAL (
          SELECT array_agg(valid_from ORDER BY valid_from) AS starts, array_agg(valid_to ORDER BY valid_from) AS ends
          FROM deal_row_past WHERE id = d.id) AS past
        WHERE coalesce(past.starts, '{}') || coalesce(now.since, 'infinity')
          <> period_end(d.announced_on, d.announced_precision) || coalesce(past.ends, '{}')`;
      expect(gaps).toEqual([]);
    }));

  test("the page's deal and the table's row say the same on every day", () =>
    rolledBack(analyst, async (ctx) => {
      for (const deal of await someDeals(ctx)) {
        for (const day of deal.days) {
          const row = await rowOn(ctx, deal, day);
          const then = await findPastDeal(ctx, deal.doc, day);
          expect(then === null).toBe(row === null);
          if (then === null) continue;
          const { terms, status } = then;
          const paid = terms.filter((t) => stateOf(t) === "PAID");
          const due = ["TRIGGERED", "INVOICED", "DISPUTED", "PAID"];
          const triggered = terms.filter((t) => t.steps.some(({ to }) => due.includes(to)));
          expect({ day, status, paid: sumOf(paid), triggered: sumOf(triggered) }).toEqual({
            day,
            ...row,
          });
        }
      }
    }));

  test("what is paid never falls as the days go by, and nothing that happened is taken back", () =>
    rolledBack(analyst, async (ctx) => {
      for (const deal of await someDeals(ctx)) {
        let [paid, steps] = [0, 0];
        for (const day of deal.days) {
          const row = await rowOn(ctx, deal, day);
          if (row === null) continue;
          expect(Number(row.paid ?? 0)).toBeGreaterThanOrEqual(paid);
          paid = Number(row.paid ?? 0);
          const taken = dealOn(deal.doc, day, "UNKNOWN").terms.flatMap((t) => t.steps).length;
          expect(taken).toBeGreaterThanOrEqual(steps);
          steps = taken;
        }
      }
    }));

  test("replaying a payment's events yields the state that is stored of it", () =>
    rolledBack(analyst, async (ctx) => {
      const deals = await someDeals(ctx);
      const terms = await ctx.db.paymentTerm.findMany({
        select: {
          ...{ initialState: true, state: true },
          events: {
            select: { fromState: true, toState: true, note: true },
            orderBy: { seq: "asc" },
          },
        },
        where: { dealId: { in: deals.map(({ id }) => id) } },
      });
      expect(terms.length).toBeGreaterThan(0);
      for (const { initialState, state, events } of terms) {
        expect(replay(events, initialState)).toBe(state);
      }
    }));
});

async function logged(ctx: Ctx, fields: object) {
  const [saved] = await saveDeals(ctx, [licence(await someRecords(ctx), fields)]);
  return {
    id: is(saved).id,
    doc: is((await loadDealDocs(ctx, [is(saved).id])).get(is(saved).id)),
    days: [],
  };
}

describe("a date that is vague", () => {
  test("counts from the last day of its period, or from a source that tells of it before", () =>
    rolledBack(analyst, async (ctx) => {
      const source = {
        id: uuid(),
        kind: "ARTICLE",
        title: "A report",
        grade: "PRESS",
        publishedOn: "2024-05-10",
      };
      const paid = (on: string | null, sourceId: string | null) =>
        term({
          kind: "UPFRONT",
          disclosure: "EXACT",
          currency: "USD",
          min: "100",
          initialState: "UNKNOWN",
          steps: [{ to: "PAID", on, sourceId }],
        });
      const deal = (on: string | null, sourceId: string | null) =>
        logged(ctx, { announcedOn: "2023-01-05", sources: [source], terms: [paid(on, sourceId)] });
      const firstPaid = async (
        on: string | null,
        sourceId: string | null,
        [before, day]: [string, string],
      ) => {
        const one = await deal(on, sourceId);
        return [(await rowOn(ctx, one, before))?.paid, (await rowOn(ctx, one, day))?.paid];
      };
      expect(await firstPaid("2024-02", null, ["2024-02-28", "2024-02-29"])).toEqual([null, "100"]);
      expect(await firstPaid("2024", source.id, ["2024-05-09", "2024-05-10"])).toEqual([
        null,
        "100",
      ]);
      expect(await firstPaid(null, source.id, ["2024-05-09", "2024-05-10"])).toEqual([null, "100"]);
      // Nobody says when: it is only known to be so today.
      expect(await firstPaid(null, null, ["2024-05-10", "2026-11-01"])).toEqual([null, null]);
    }));

  test("keeps a deal out until it is certainly announced", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx, { announcedOn: "2024-Q1", status: "ACTIVE" });
      expect(await rowOn(ctx, deal, "2024-03-30")).toBeNull();
      expect(await rowOn(ctx, deal, "2024-03-31")).toMatchObject({ status: "ACTIVE" });
    }));
});

test("an end whose day nobody gives leaves the state before it unknown", () =>
  rolledBack(analyst, async (ctx) => {
    const deal = await logged(ctx, { announcedOn: "2024-01-10", status: "TERMINATED" });
    expect(await rowOn(ctx, deal, "2025-01-01")).toMatchObject({ status: "UNKNOWN" });
  }));

test("a source's new day of publication moves what rests on it", () =>
  rolledBack(analyst, async (ctx) => {
    const source = {
      id: uuid(),
      kind: "ARTICLE",
      title: "A report",
      grade: "PRESS",
      publishedOn: "2024-05-10",
    };
    const steps = [{ to: "PAID", on: null, sourceId: source.id }];
    const upfront = term({
      kind: "UPFRONT",
      disclosure: "EXACT",
      currency: "USD",
      min: "100",
      initialState: "UNKNOWN",
      steps,
    });
    const deal = await logged(ctx, {
      announcedOn: "2023-01-05",
      sources: [source],
      terms: [upfront],
    });
    const [stored] = deal.doc.sources;
    await saveSource(ctx, { ...is(stored), version: 1, publishedOn: "2024-04-01" });
    expect(await rowOn(ctx, deal, "2024-04-01")).toMatchObject({ paid: "100" });
  }));
