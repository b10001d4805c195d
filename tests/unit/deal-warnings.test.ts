import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { dealInput } from "@/lib/deal/schema";
import { dealWarnings, isTermVerified } from "@/lib/deal/warning/rules";

const [giver, taker] = [uuid(), uuid()];
const around = {
  countryOf: (id: string) => (id === giver ? "CN" : "JP"),
  today: "2026-11-24",
};

function deal(fields: object = {}) {
  return dealInput.parse({
    ...{ title: "A licence", type: "LICENSE", announcedOn: "2024-11-22" },
    parties: [
      { id: uuid(), companyId: giver, role: "LICENSOR" },
      { id: uuid(), companyId: taker, role: "LICENSEE" },
    ],
    ...fields,
  });
}

function codes(fields: object, surroundings = around) {
  return dealWarnings(deal(fields), surroundings).map(({ code }) => code);
}

const amount = (kind: string, disclosure: string, max: string, more: object = {}) => ({
  ...{ id: uuid(), kind, disclosure, currency: "USD", max },
  ...more,
});

const recalled = { id: uuid(), kind: "OTHER", title: "Memory", grade: "RECALLED" };
const release = { id: uuid(), kind: "RELEASE", title: "Release", grade: "COMPANY_RELEASE" };

const accepted = (sourceId: string, field: string) => ({
  ...{ id: uuid(), field, sourceId, status: "ACCEPTED" },
});

const sourced = {
  sources: [release],
  claims: ["upfront", "headline", "milestones"].map((field) => accepted(release.id, field)),
};

describe("a deal is warned about", () => {
  test("parts that differ from the headline", () => {
    const upfront = amount("UPFRONT", "EXACT", "400");
    const pool = amount("MILESTONE_POOL", "UP_TO", "730");
    const terms = (headline: string) => [upfront, pool, amount("HEADLINE", "UP_TO", headline)];
    expect(codes({ ...sourced, terms: terms("1130") })).toEqual([]);
    expect(codes({ ...sourced, terms: terms("1160") })).toEqual(["partsDifferFromHeadline"]);
  });

  test("a milestone that waits though an approval of its kind is on record", () => {
    const milestone = (initialState: string) =>
      amount("MILESTONE", "EXACT", "35", { category: "REGULATORY", initialState });
    const of = (kind: string, initialState = "CONTINGENT") =>
      codes({
        ...sourced,
        terms: [milestone(initialState)],
        events: [{ id: uuid(), kind, on: "2025", summary: "It happened" }],
      });
    expect(of("APPROVAL")).toEqual(["shouldHaveTriggered"]);
    expect(of("LAUNCH")).toEqual([]);
    expect(of("APPROVAL", "UNKNOWN")).toEqual([]);
  });

  test("nothing of the headline while a part is undisclosed", () => {
    const terms = [
      { id: uuid(), kind: "UPFRONT", disclosure: "UNDISCLOSED" },
      amount("HEADLINE", "UP_TO", "1160"),
    ];
    expect(codes({ ...sourced, terms })).toEqual([]);
  });

  test("a closing before the announcement", () => {
    expect(codes({ closedOn: "2024-10" })).toEqual(["closedBeforeAnnounced"]);
  });

  test("a close that has been pending for over a year", () => {
    expect(codes({ status: "PENDING_CLOSE" })).toEqual(["pendingForOverAYear"]);
  });

  test("a payment above its maximum, and one before signing", () => {
    const steps = [
      { to: "TRIGGERED", on: "2024-01" },
      {
        to: "PAID",
        on: "2024-01",
        actualAmount: "500",
        actualCurrency: "USD",
        actualDisclosure: "EXACT",
      },
    ];
    const terms = [amount("UPFRONT", "EXACT", "400", { steps })];
    expect(codes({ ...sourced, terms })).toEqual(["paidBeforeSigning", "paidAboveMaximum"]);
  });

  test("nothing where a vague date may still be after the announcement", () => {
    const steps = [
      { to: "TRIGGERED", on: "2024" },
      { to: "PAID", on: "2024-Q4" },
    ];
    const terms = [amount("UPFRONT", "EXACT", "400", { steps })];
    expect(codes({ ...sourced, terms, closedOn: "2024-11" })).toEqual([]);
  });

  test("milestones above their pool", () => {
    const pool = amount("MILESTONE_POOL", "UP_TO", "30");
    const drawn = amount("MILESTONE", "EXACT", "20", { poolId: pool.id });
    const again = amount("MILESTONE", "EXACT", "15", { poolId: pool.id });
    expect(codes({ ...sourced, terms: [pool, drawn, again] })).toEqual(["milestonesAbovePool"]);
  });

  test("two exclusive grants of one place to two companies", () => {
    const grant = (granteeId: string, code: string) => ({
      ...{ id: uuid(), granteeId, exclusivity: "EXCLUSIVE" },
      territories: [{ id: uuid(), mode: "INCLUDE", code }],
    });
    expect(codes({ grants: [grant(giver, "GREATER_CHINA"), grant(taker, "TW")] })).toEqual([
      "grantsOverlap",
    ]);
    expect(codes({ grants: [grant(giver, "CN"), grant(taker, "TW")] })).toEqual([]);
  });

  test("a figure without a source", () => {
    expect(codes({ terms: [amount("UPFRONT", "EXACT", "400")] })).toEqual(["figureWithoutSource"]);
  });

  test("both sides in one country", () => {
    expect(codes({}, { ...around, countryOf: () => "JP" })).toEqual(["oneCountry"]);
  });
});

describe("a figure is verified", () => {
  const term = { id: uuid(), kind: "UPFRONT" as const };

  test("by its own claim or its group's, unless that is from memory", () => {
    const evidence = (sourceId: string, field: string) => {
      const { sources, claims } = deal({
        sources: [recalled, release],
        claims: [accepted(sourceId, field)],
      });
      return { sources, claims };
    };
    expect(isTermVerified(evidence(release.id, "upfront"), term)).toBe(true);
    expect(isTermVerified(evidence(release.id, `terms.${term.id}`), term)).toBe(true);
    expect(isTermVerified(evidence(recalled.id, "upfront"), term)).toBe(false);
    expect(isTermVerified(evidence(release.id, "headline"), term)).toBe(false);
  });

  test("by its own claim alone where it has one", () => {
    const own = accepted(recalled.id, `terms.${term.id}`);
    const claims = [own, accepted(release.id, "upfront")];
    expect(isTermVerified(deal({ sources: [recalled, release], claims }), term)).toBe(false);
  });
});
