import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { saveCompanies } from "@/lib/company/commands";
import { loadCompanyDocs } from "@/lib/company/queries";
import { saveDeals } from "@/lib/deal/commands";
import { mayBecome, paymentStates } from "@/lib/payment/rules";
import { Prisma } from "@/prisma/generated/client";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack } from "../support/rolled-back";

describe("the database's own word", () => {
  test("on payment steps is the machine's", () =>
    rolledBack(analyst, async (ctx) => {
      const [check] = await ctx.db.$queryRaw<{ definition: string }[]>`
        SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
        WHERE conname = 'payment_event_step'`;
      const rule = is(check)
        .definition.replace(/^CHECK \(/, "")
        .replace(/\)$/, "");
      const pairs = paymentStates.flatMap((from) => paymentStates.map((to) => ({ from, to })));
      for (const { from, to } of pairs) {
        const note = "because";
        const [row] = await ctx.db.$queryRaw<{ allowed: boolean }[]>`
          SELECT ${Prisma.raw(rule)} AS allowed FROM (SELECT
            ${from}::payment_state AS from_state, ${to}::payment_state AS to_state,
            ${note}::text AS note, false AS takes_back, NULL::numeric AS actual_amount) AS step`;
        expect({ from, to, allowed: is(row).allowed }).toEqual({
          ...{ from, to },
          allowed: mayBecome(from, to) !== "no",
        });
      }
    }));

  test.each([
    ["2024-11-02", "MONTH", false],
    ["2024-11-01", "MONTH", true],
    ["2024-04-01", "QUARTER", true],
    ["2024-05-01", "QUARTER", false],
    ["2024-07-01", "HALF", true],
    ["2024-04-01", "HALF", false],
    ["2024-01-01", "YEAR", true],
    ["2024-07-01", "YEAR", false],
    ["0001-01-01", "DAY", false],
  ])("on %s as a %s is %s", (day, precision, whole) =>
    rolledBack(analyst, async (ctx) => {
      const [row] = await ctx.db.$queryRaw<{ whole: boolean }[]>`
        SELECT is_partial_date(${day}::date, ${precision}::"precision") AS whole`;
      expect(is(row).whole).toBe(whole);
    }),
  );

  test.each([
    ["EXACT", "0", "0", true],
    ["APPROX", "0", "0", false],
    ["EXACT", "1", "2", false],
    ["UP_TO", null, "5", true],
    ["UP_TO", "1", "5", false],
    ["AT_LEAST", "5", null, true],
    ["RANGE", "5", "5", false],
    ["RANGE", "4", "5", true],
    ["UNDISCLOSED", null, null, true],
    ["UNDISCLOSED", "1", null, false],
    ["NONE", null, "0", false],
  ])("on %s from %s to %s is %s", (disclosure, min, max, sound) =>
    rolledBack(analyst, async (ctx) => {
      const [row] = await ctx.db.$queryRaw<{ sound: boolean }[]>`
        SELECT is_disclosed_amount(${min}::numeric, ${max}::numeric, ${disclosure}::disclosure) AS sound`;
      expect(is(row).sound).toBe(sound);
    }),
  );

  const entry = (id: string) => Prisma.sql`WHERE entity_id = ${id}::uuid`;

  test.each([
    ["changed", (id: string) => Prisma.sql`UPDATE audit_entry SET reason = 'x' ${entry(id)}`],
    ["deleted", (id: string) => Prisma.sql`DELETE FROM audit_entry ${entry(id)}`],
    ["emptied", () => Prisma.sql`TRUNCATE audit_entry`],
  ])("history is never %s", (_, statement) =>
    rolledBack(analyst, async (ctx) => {
      const { licensor } = await someRecords(ctx);
      await expect(ctx.db.$executeRaw(statement(licensor.id))).rejects.toThrow(
        /append-only|permission denied/,
      );
    }),
  );

  test("a payment step that starts from another state is refused", () =>
    rolledBack(analyst, async (ctx) => {
      const upfront = term({ kind: "UPFRONT" });
      await saveDeals(ctx, [licence(await someRecords(ctx), { terms: [upfront] })]);
      const step = {
        ...{ id: uuid(), termId: upfront.id, seq: 1 },
        ...{ fromState: "TRIGGERED" as const, toState: "PAID" as const },
      };
      await expect(ctx.db.paymentEvent.createMany({ data: [step] })).rejects.toThrow();
    }));
});

describe("the flat read model", () => {
  test("has the columns of its view, in their order", () =>
    rolledBack(analyst, async (ctx) => {
      const columns = (relation: string) => ctx.db.$queryRaw<{ name: string }[]>`
        SELECT attname::text AS name FROM pg_attribute
        WHERE attrelid = ${relation}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`;
      expect(await columns("deal_row")).toEqual(await columns("deal_row_source"));
    }));

  test("follows a company's new name into the deals that show it", () =>
    rolledBack(analyst, async (ctx) => {
      const records = await someRecords(ctx);
      const [deal] = await saveDeals(ctx, [licence(records)]);
      const company = is(
        (await loadCompanyDocs(ctx, [records.licensor.id])).get(records.licensor.id),
      );
      await saveCompanies(ctx, [{ ...company, name: "Northern Laboratories" }]);
      const row = await ctx.db.dealRow.findUnique({ where: { id: is(deal).id } });
      expect(row?.givingNames).toEqual(["Northern Laboratories"]);
      expect(row?.searchText).toContain("northern laboratories");
    }));
});

describe("folding", () => {
  test.each([
    ["Ｔａｋｅｄａ", "takeda"],
    ["ﾀｹﾀﾞ", "タケダ"],
    ["Café  Ltd", "cafe ltd"],
    ["和黃醫藥", "和黄医药"],
    ["武田薬品", "武田药品"],
    ["たけだ", "タケダ"],
  ])("%s is found as %s", (typed, folded) =>
    rolledBack(analyst, async (ctx) => {
      const [row] = await ctx.db.$queryRaw<{ folded: string }[]>`SELECT fold(${typed}) AS folded`;
      expect(is(row).folded).toBe(folded);
    }),
  );

  test.each([
    ["HUTCHMED (China) Limited", "hutchmed (china)"],
    ["武田薬品工業株式会社", "武田药品工业"],
    ["Shanghai Foo Co., Ltd.", "shanghai foo"],
    ["Limited", "limited"],
  ])("the key of %s is %s", (name, key) =>
    rolledBack(analyst, async (ctx) => {
      const [row] = await ctx.db.$queryRaw<{ key: string }[]>`SELECT company_key(${name}) AS key`;
      expect(is(row).key).toBe(key);
    }),
  );
});
