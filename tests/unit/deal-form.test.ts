import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorOf } from "@/components/deal/form/anchors";
import { blankDeal, blankParty, type DealFields } from "@/components/deal/form/deal-fields";
import { suggestedTitle, toDealInput } from "@/components/deal/form/deal-input";
import { rolesFor } from "@/components/deal/form/role-suggestions";
import {
  blankStep,
  blankTerm,
  boundsOf,
  type TermFields,
  toTermInput,
  withAmount,
} from "@/components/deal/form/term-fields";
import { amountText, moneyOf, rangeText, ratesOf } from "@/components/deal/form/typed-figures";
import { isAccepted, newSource, patched, supported } from "@/components/source/form/claims";
import { dealProblems } from "@/lib/deal/rules";
import { dealInput } from "@/lib/deal/schema";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";

const noOne = { payerId: null, payeeId: null, currency: "USD" };

function typed(amount: string, more: Partial<TermFields> = {}): TermFields {
  const term = { ...blankTerm("MILESTONE", noOne), ...more };
  return { ...term, ...withAmount(term, amount) };
}

describe("an amount that is typed", () => {
  test.each([
    ["400m", "EXACT", "USD", "400000000", "400000000"],
    ["US$1.13bn", "EXACT", "USD", "1130000000", "1130000000"],
    ["RMB 50 billion", "EXACT", "CNY", "50000000000", "50000000000"],
    ["最大4億円", "UP_TO", "JPY", null, "400000000"],
    ["at least €5m", "AT_LEAST", "EUR", "5000000", null],
    ["$5m–$10m", "RANGE", "USD", "5000000", "10000000"],
  ])("%s is %s in %s", (text, disclosure, currency, min, max) => {
    const term = typed(text);
    expect({ disclosure: term.disclosure, ...boundsOf(term) }).toEqual({
      ...{ disclosure, currency, min, max },
    });
  });

  test("is exact until it is said to be something else, and says nothing when it is taken away", () => {
    const upTo = typed("50m", { disclosure: "UP_TO" });
    expect(upTo.disclosure).toBe("UP_TO");
    expect(withAmount(upTo, "").disclosure).toBe("NOT_RESEARCHED");
    expect(withAmount({ ...upTo, disclosure: "UNDISCLOSED", amount: "" }, "").disclosure).toBe(
      "UNDISCLOSED",
    );
    expect(typed("undisclosed").disclosure).toBe("UNDISCLOSED");
  });

  test("has no currency where it has no figure", () => {
    expect(toTermInput(typed("undisclosed"))).toMatchObject({ currency: null, min: null });
  });

  test.each(["-1", "1e999", "NaN", "<script>", "4".repeat(40)])(
    "%s is refused by the name of its field",
    (text) => {
      const deal = { ...blankDeal(), announcedOn: "2024", terms: [typed(text)] };
      expect(() => parseInput(dealInput, toDealInput(deal, undefined, new Map()))).toThrow(
        expect.objectContaining({
          fields: expect.arrayContaining([expect.objectContaining({ path: "terms.0.max" })]),
        }),
      );
    },
  );
});

test("figures are written as they are read again", () => {
  expect(amountText("1234567.5", "USD")).toBe("USD 1,234,567.5");
  expect(moneyOf("USD 1,234,567.5")).toEqual({ amount: "1234567.5", currency: "USD" });
  expect(moneyOf("35m", "JPY")).toEqual({ amount: "35000000", currency: "JPY" });
  for (const [min, max] of [
    ["10", "12.5"],
    ["10", "10"],
    [null, "9"],
    ["9", null],
    [null, null],
  ] as const) {
    expect(ratesOf(rangeText(min, max))).toEqual({ rateMin: min, rateMax: max });
  }
  expect(ratesOf("10% – 12%")).toEqual({ rateMin: "10", rateMax: "12" });
});

test("a payment that was paid already starts with both its steps", () => {
  const term = { ...typed("35m"), newSteps: [blankStep("TRIGGERED"), blankStep("PAID")] };
  expect(toTermInput(term).steps.map(({ to }) => to)).toEqual(["TRIGGERED", "PAID"]);
});

test("roles follow the type until they are chosen", () => {
  const parties = [blankParty("LICENSOR"), blankParty("LICENSEE"), blankParty("GUARANTOR")];
  expect(rolesFor(parties, "LICENSE", "OPTION").map(({ role }) => role)).toEqual([
    "OPTION_GRANTOR",
    "OPTION_HOLDER",
    "GUARANTOR",
  ]);
  const chosen = [blankParty("PARTNER"), blankParty("LICENSEE")];
  expect(rolesFor(chosen, "LICENSE", "EQUITY").map(({ role }) => role)).toEqual([
    "PARTNER",
    "INVESTOR",
  ]);
});

test("a deal without a title is called by its asset and its sides", () => {
  const known = new Map(
    ["Giver", "Taker", "GT-1"].map((label) => [label, { id: label, slug: "x", label, mark: "CN" }]),
  );
  const deal = blankDeal();
  expect(suggestedTitle(deal, known)).toBe("");
  deal.parties = [
    { ...blankParty("LICENSOR"), companyId: "Giver" },
    { ...blankParty("LICENSEE"), companyId: "Taker" },
  ];
  expect(suggestedTitle(deal, known)).toBe("Giver → Taker");
  deal.assets = [{ id: "a", assetId: "GT-1", stageAtSigning: "UNKNOWN", indications: [] }];
  expect(suggestedTitle(deal, known)).toBe("GT-1: Giver → Taker");
});

test("what was taken off the form is not referred to any more", () => {
  const gone = "019aa000-0000-7000-8000-000000000000";
  const deal: DealFields = {
    ...blankDeal(),
    terms: [{ ...typed("1m"), payerId: gone, poolId: gone, openedById: gone }],
  };
  const [term] = toDealInput(deal, undefined, new Map()).terms;
  expect(term).toMatchObject({ payerId: null, poolId: null, openedById: null });
});

test("a problem without a control of its own leads to the field that shows it", () => {
  expect(anchorOf("terms.3.min")).toBe("terms.3.max");
  expect(anchorOf("royalties.0.tiers.1.rateMax")).toBe("royalties.0.tiers.1.rateMin");
  expect(anchorOf("grants.0.territories.2.code")).toBe("grants.0.territories");
  expect(anchorOf("parties.0.companyId")).toBe("parties.0.companyId");
});

test("one source of a field is accepted; choosing another makes the first step back", () => {
  const [a, b] = [newSource(), newSource()];
  const both = supported(supported([], a.id, "upfront"), b.id, "upfront");
  expect(both.map(({ status }) => status)).toEqual(["ACCEPTED", "PROPOSED"]);
  const now = patched(both, both[1]?.id ?? "", { status: "ACCEPTED" });
  expect(now.map(({ status }) => status)).toEqual(["PROPOSED", "ACCEPTED"]);
  expect(isAccepted(now, "upfront")).toBe(true);
  expect(isAccepted(now, "headline")).toBe(false);
});

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", " ", "\0", "\u202Eabc", "<b>x</b>", "x".repeat(10_000), "0000", "9999-12-31"),
  fc.constantFrom("-1", "1e999", "NaN", "'); --", '"', "%", "_", "\\", "__proto__", "=1+1"),
);

test("whatever is typed into any field is either a deal or refused by the names of its fields", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 16, maxLength: 16 }), (text) => {
      const at = (n: number) => text[n] ?? "";
      const source = { ...newSource(), url: at(0), title: at(1), publishedOn: at(2) };
      const term = { ...typed(at(3)), trigger: at(4), region: at(5), threshold: at(6) };
      const deal: DealFields = {
        ...blankDeal(),
        ...{ title: at(7), announcedOn: at(8), closedOn: at(9), summary: at(10), tags: [at(11)] },
        parties: [{ ...blankParty("LICENSOR"), companyId: at(12), signatory: at(13) }],
        terms: [{ ...term, newSteps: [{ ...blankStep("TRIGGERED"), on: at(14), actual: at(15) }] }],
        sources: [source],
        claims: supported([], source.id, "upfront").map((claim) => ({ ...claim, value: at(1) })),
      };
      try {
        dealProblems(parseInput(dealInput, toDealInput(deal, undefined, new Map())));
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect(error).toMatchObject({ code: "INVALID" });
      }
    }),
    { numRuns: 300 },
  );
});
