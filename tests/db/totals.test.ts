import fc from "fast-check";
import { expect, test } from "vitest";
import { totalOf } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";
import { type TotalRow, toTotal } from "@/lib/money/total/dto";
import { totalColumns } from "@/lib/money/total/queries";
import { sql } from "@/lib/sql";

const figure = fc
  .bigInt({ min: 1n, max: 10n ** 13n })
  .chain((whole) => fc.constantFrom(`${whole}`, `${whole}.5`, `${whole}.0001`));

const usd = { currency: "USD" } as const;
const amount: fc.Arbitrary<Amount> = fc.oneof(
  figure.map((n) => ({ ...usd, disclosure: "EXACT" as const, min: n, max: n })),
  fc.constant({ ...usd, disclosure: "EXACT" as const, min: "0", max: "0" }),
  figure.map((n) => ({ ...usd, disclosure: "APPROX" as const, min: n, max: n })),
  figure.map((n) => ({ ...usd, disclosure: "UP_TO" as const, min: null, max: n })),
  figure.map((n) => ({ ...usd, disclosure: "AT_LEAST" as const, min: n, max: null })),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
    .map(([from, more]) => ({
      ...usd,
      disclosure: "RANGE" as const,
      min: `${from}`,
      max: `${from + more}`,
    })),
  fc
    .constantFrom("UNDISCLOSED" as const, "NONE" as const, "NOT_RESEARCHED" as const)
    .map((disclosure) => ({ ...usd, disclosure, min: null, max: null })),
);

async function totalInDatabase(amounts: readonly Amount[]) {
  const [row] = await sql<TotalRow[]>`
    SELECT ${totalColumns()}
    FROM jsonb_to_recordset(${JSON.stringify(amounts)}::text::jsonb)
      AS given(min numeric(20, 4), max numeric(20, 4), disclosure disclosure)`;
  return row && toTotal(row, "USD");
}

test("the database adds amounts to the same bounds and counts as the rule does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 8 }), async (amounts) => {
      expect(await totalInDatabase(amounts)).toEqual({ ...totalOf(amounts), currency: "USD" });
    }),
    { numRuns: 150 },
  );
});
