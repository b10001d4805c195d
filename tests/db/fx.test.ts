import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { addRate, correctRate, importRates } from "@/lib/fx/commands";
import { readBankFile } from "@/lib/fx/file/rules";
import { findRates, listPairs, listRates, newestDays } from "@/lib/fx/queries";
import { convert, crossRate, currencyId, wantedKey } from "@/lib/fx/rules";
import { rateInput } from "@/lib/fx/schema";
import { listHistory } from "@/lib/history/queries";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

/** Three days of the bank's file, a Friday, a Monday and a day on which one currency had no rate. */
const file = (more = "") =>
  readBankFile(
    [
      "Date,USD,JPY,CNY,",
      "2024-11-26,1.0500,N/A,7.6000,",
      "2024-11-25,1.0495,161.44,7.6023,",
      `2024-11-22,1.0412,161.27,7.5470,${more}`,
    ].join("\n"),
  );

const dollar = { base: "USD", quote: "TWD", on: "2024-11-22", rate: "32.5", source: "A bank" };

async function rateOf(ctx: Ctx, currency: string, on: string) {
  return (await findRates(ctx, [{ currency, on }])).get(wantedKey({ currency, on })) ?? null;
}

describe("the bank's file", () => {
  test("is imported once, and the second time nothing is written", () =>
    rolledBack(analyst, async (ctx) => {
      const first = await importRates(ctx, file());
      expect(first).toEqual({ added: 8, changed: 0, unchanged: 0, deals: 0 });
      const entries = () => ctx.db.auditEntry.count();
      const before = await entries();
      const again = await importRates(ctx, file());
      expect(again).toEqual({ added: 0, changed: 0, unchanged: 8, deals: 0 });
      expect(await entries()).toBe(before);
    }));

  test("tells in each currency's history what it added and what it corrected", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      const corrected = readBankFile("Date,JPY,\n2024-11-22,161.30,\n2024-11-25,161.44,\n");
      expect(await importRates(ctx, corrected)).toMatchObject({
        added: 0,
        changed: 1,
        unchanged: 1,
      });
      const query = { entity: "CURRENCY", entityId: currencyId("JPY") } as const;
      const [latest, first] = (await listHistory(ctx, query)).items;
      const bank = "European Central Bank";
      expect(first).toMatchObject({
        actorName: analyst.name,
        action: "import",
        changes: [
          {
            path: "ratesAdded",
            after: { rateCount: 2, firstDay: "2024-11-22", lastDay: "2024-11-25", source: bank },
          },
        ],
      });
      expect(latest?.changes).toEqual([
        {
          path: "EUR/JPY 2024-11-22",
          before: { rate: "161.27", source: bank },
          after: { rate: "161.3", source: bank },
        },
      ]);
      expect(await listHistory(ctx, { ...query, entityId: currencyId("CNY") })).toMatchObject({
        items: [{ action: "import" }],
      });
    }));

  test("replaces what was typed for its days, and history keeps it", () =>
    rolledBack(analyst, async (ctx) => {
      await addRate(ctx, rateInput.parse({ ...dollar, base: "EUR", quote: "JPY", rate: "160" }));
      expect(await importRates(ctx, file())).toMatchObject({ added: 7, changed: 1 });
      const { items } = await listHistory(ctx, {
        entity: "CURRENCY",
        entityId: currencyId("JPY"),
      });
      expect(items[0]?.changes).toContainEqual({
        path: "EUR/JPY 2024-11-22",
        before: { rate: "160", source: "A bank" },
        after: { rate: "161.27", source: "European Central Bank" },
      });
    }));
});

describe("the rate of a day", () => {
  test("goes through the euro, and names both legs with their day and source", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      expect(await rateOf(ctx, "JPY", "2024-11-22")).toEqual({
        currency: "JPY",
        rate: crossRate("161.27", "1.0412"),
        on: "2024-11-22",
        source:
          "EUR/JPY 161.27 (2024-11-22): European Central Bank; EUR/USD 1.0412 (2024-11-22): European Central Bank",
      });
      expect(await rateOf(ctx, "EUR", "2024-11-22")).toMatchObject({
        rate: "1.0412",
        source: "EUR/USD 1.0412 (2024-11-22): European Central Bank",
      });
      expect(await rateOf(ctx, "USD", "1980-01-01")).toMatchObject({ rate: "1", source: null });
    }));

  test("is the day of its older leg where the legs are of two days", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      const used = is(await rateOf(ctx, "JPY", "2024-11-26"));
      expect(used).toMatchObject({ on: "2024-11-25", rate: crossRate("161.44", "1.05") });
      expect(used.source).toContain("EUR/USD 1.05 (2024-11-26)");
    }));

  test.each([
    ["2024-11-21", null],
    ["2024-11-22", "2024-11-22"],
    ["2024-11-24", "2024-11-22"],
    ["2024-11-25", "2024-11-25"],
    ["2024-12-03", "2024-11-26"],
    ["2024-12-04", null],
  ])("of %s is that of %s: the nearest earlier one, seven days back at most", (day, on) =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      expect((await rateOf(ctx, "CNY", day))?.on ?? null).toBe(on);
    }),
  );

  test("comes from the dollar where the euro has none, and else the nearer way wins", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      const add = (more: object) => addRate(ctx, rateInput.parse({ ...dollar, ...more }));
      await add({});
      expect(await rateOf(ctx, "TWD", "2024-11-23")).toMatchObject({
        rate: crossRate("32.5", "1"),
        source: "USD/TWD 32.5 (2024-11-22): A bank",
      });
      await add({ quote: "CNY", on: "2024-11-26", rate: "7.3" });
      await add({ quote: "CNY", on: "2024-11-28", rate: "7.4" });
      expect((await rateOf(ctx, "CNY", "2024-11-26"))?.source).toContain("EUR/CNY");
      expect((await rateOf(ctx, "CNY", "2024-11-28"))?.source).toContain("USD/CNY 7.4");
    }));

  test("is not there for a currency without any", () =>
    rolledBack(viewer, async (ctx) => {
      expect(await rateOf(ctx, "KRW", "2024-11-22")).toBeNull();
      expect(await newestDays(ctx)).toEqual(new Map());
    }));
});

describe("a typed rate", () => {
  test("is listed, and corrected by who saw it as it is", () =>
    rolledBack(analyst, async (ctx) => {
      expect(await addRate(ctx, rateInput.parse(dollar))).toMatchObject({ added: 1 });
      const [rate] = (await listRates(ctx, "TWD", null)).rates;
      const { id } = is(rate);
      expect(await listPairs(ctx)).toEqual([{ ...dollar, days: 1, first: dollar.on }]);
      const correction = { id, was: "32.5", rate: "32.6", source: "Another bank" };
      expect(await correctRate(ctx, correction)).toMatchObject({ changed: 1 });
      await expect(correctRate(ctx, correction)).rejects.toMatchObject({ code: "CONFLICT" });
      const { items } = await listHistory(ctx, {
        entity: "CURRENCY",
        entityId: currencyId("TWD"),
      });
      expect(items.map(({ action }) => action)).toEqual(["update", "create"]);
    }));

  test("is not added twice for a day, and nothing is written", () =>
    rolledBack(analyst, async (ctx) => {
      await addRate(ctx, rateInput.parse(dollar));
      const before = await ctx.db.auditEntry.count();
      const again = addRate(ctx, rateInput.parse({ ...dollar, rate: "33" }));
      await expect(again).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "on" }] });
      expect(await ctx.db.auditEntry.count()).toBe(before);
      expect((await listRates(ctx, "TWD", null)).rates).toMatchObject([{ rate: "32.5" }]);
    }));

  test("of a currency with many is listed page by page, no day parted", () =>
    rolledBack(analyst, async (ctx) => {
      const day = (n: number) => new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, 10);
      const lines = Array.from({ length: 70 }, (_, n) => `${day(n + 1)},7.5,`);
      await importRates(ctx, readBankFile(["Date,CNY,", ...lines].join("\n")));
      for (const n of [20, 21, 22]) {
        await addRate(ctx, rateInput.parse({ ...dollar, quote: "CNY", on: day(n) }));
      }
      const seen: string[] = [];
      let next: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listRates>> = await listRates(ctx, "CNY", next);
        seen.push(...page.rates.map(({ base, on }) => `${on} ${base}`));
        next = page.next;
      } while (next);
      expect(seen).toHaveLength(73);
      expect(new Set(seen).size).toBe(73);
    }));

  test("is refused by the database at 0, turned round, or without a source", () =>
    rolledBack(analyst, async (ctx) => {
      const on = new Date("2024-11-22T00:00:00Z");
      const wrong = [
        { base: "USD", quote: "TWD", rate: "0", source: "x" },
        { base: "TWD", quote: "USD", rate: "1", source: "x" },
        { base: "USD", quote: "EUR", rate: "1", source: "x" },
        { base: "USD", quote: "TWD", rate: "1", source: "" },
      ];
      for (const row of wrong) {
        await ctx.db.$executeRaw`SAVEPOINT before`;
        await expect(ctx.db.fxRate.create({ data: { ...row, on } })).rejects.toThrow();
        await ctx.db.$executeRaw`ROLLBACK TO SAVEPOINT before`;
      }
    }));
});

describe("a deal's figures in dollars", () => {
  const yen = { disclosure: "EXACT", currency: "JPY" };

  async function deal(ctx: Ctx, terms: object[], more: object = {}) {
    const records = await someRecords(ctx);
    const input = licence(records, { announcedOn: "2024-11-24", terms, ...more });
    const [saved] = await saveDeals(ctx, [input]);
    return is(saved).id;
  }

  async function row(ctx: Ctx, id: string) {
    const { fxRateUsd, fxDate, fxSource, upfrontUsd, headlineUsd, paidUsd, currency, upfrontMin } =
      is(await ctx.db.dealRow.findUnique({ where: { id } }));
    const text = (value: { toFixed(): string } | null) => value?.toFixed() ?? null;
    return {
      ...{ currency, fxSource, rate: text(fxRateUsd), on: fxDate?.toISOString().slice(0, 10) },
      ...{ upfront: text(upfrontUsd), headline: text(headlineUsd), paid: text(paidUsd) },
      original: text(upfrontMin),
    };
  }

  /** The rows as they are kept and as the view derives them. */
  async function outOfStep(ctx: Ctx) {
    const [count] = await ctx.db.$queryRaw<{ rows: number }[]>`
      SELECT count(*)::int AS rows FROM deal_row AS kept JOIN deal_usd AS made ON made.deal_id = kept.id
      WHERE to_jsonb(made) - 'deal_id' IS DISTINCT FROM (
        SELECT jsonb_object_agg(key, to_jsonb(kept) -> key) FROM jsonb_object_keys(to_jsonb(made) - 'deal_id') AS key)`;
    return is(count).rows;
  }

  test("follow the rate of its day when that is imported, and again when it is corrected", () =>
    rolledBack(analyst, async (ctx) => {
      const id = await deal(ctx, [
        term({ ...yen, kind: "UPFRONT", min: "1000000000" }),
        term({ ...yen, kind: "HEADLINE", disclosure: "UP_TO", max: "5000000000" }),
      ]);
      expect(await row(ctx, id)).toMatchObject({ rate: null, upfront: null, headline: null });
      expect(await importRates(ctx, file())).toMatchObject({ deals: 1 });
      const rate = crossRate("161.27", "1.0412");
      expect(await row(ctx, id)).toMatchObject({
        ...{ rate, on: "2024-11-22", original: "1000000000" },
        upfront: convert("1000000000", rate),
        headline: convert("5000000000", rate),
        paid: null,
      });
      await importRates(ctx, readBankFile("Date,JPY,\n2024-11-22,200,\n"));
      expect(await row(ctx, id)).toMatchObject({ rate: crossRate("200", "1.0412") });
      expect(await outOfStep(ctx)).toBe(0);
    }));

  test("leave other deals alone: of other currencies, and of other days", () =>
    rolledBack(analyst, async (ctx) => {
      await deal(ctx, [term({ ...yen, kind: "UPFRONT", min: "1000000000" })], {
        announcedOn: "2024-10-01",
      });
      await deal(ctx, [term({ ...yen, currency: "USD", kind: "UPFRONT", min: "5" })]);
      expect(await importRates(ctx, file())).toMatchObject({ deals: 0 });
      expect(await outOfStep(ctx)).toBe(0);
    }));

  test("name no rate for a month, which is no day", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      const upfront = term({ ...yen, kind: "UPFRONT", min: "1000000000" });
      const id = await deal(ctx, [upfront], { announcedOn: "2024-11" });
      expect(await row(ctx, id)).toMatchObject({ rate: null, upfront: null });
    }));

  test("convert each of several currencies by its own rate, and the originals stay blank", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      const id = await deal(ctx, [
        term({ ...yen, kind: "UPFRONT", min: "1000000000" }),
        term({ ...yen, kind: "UPFRONT", currency: "USD", min: "1000000" }),
      ]);
      const yenPart = convert("1000000000", crossRate("161.27", "1.0412"));
      const seen = await row(ctx, id);
      expect(seen).toMatchObject({ currency: "MIXED", original: null, rate: null });
      expect(seen.upfront).toBe((Number(yenPart) + 1_000_000).toFixed(4).replace(/0+$/, ""));
      expect(seen.fxSource).toContain("EUR/JPY 161.27 (2024-11-22)");
    }));

  test("are no sum where one part has no rate", () =>
    rolledBack(analyst, async (ctx) => {
      await importRates(ctx, file());
      const id = await deal(ctx, [
        term({ ...yen, kind: "UPFRONT", min: "1000000000" }),
        term({ ...yen, kind: "UPFRONT", currency: "KRW", min: "1000000" }),
      ]);
      expect((await row(ctx, id)).upfront).toBeNull();
    }));

  test("convert what was paid by the rate of the day of payment", () =>
    rolledBack(analyst, async (ctx) => {
      const paid = (on: string) => [
        { to: "TRIGGERED", on },
        { to: "PAID", on },
      ];
      const id = await deal(ctx, [
        term({ ...yen, kind: "UPFRONT", min: "1000000000", steps: paid("2024-11-25") }),
      ]);
      expect(await importRates(ctx, file())).toMatchObject({ deals: 1 });
      expect((await row(ctx, id)).paid).toBe(convert("1000000000", crossRate("161.44", "1.0495")));
      expect(await outOfStep(ctx)).toBe(0);
    }));
});
