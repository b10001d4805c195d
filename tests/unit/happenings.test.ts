import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { blankDeal } from "@/components/deal/form/deal-fields";
import { dated, happen, isOpenTo, replaced, unhappened } from "@/components/deal/form/happenings";
import { blankTerm } from "@/components/deal/form/term-fields";
import { amendedTerms, closed } from "@/lib/deal/event/rules";
import { circular, rolesReversed } from "@/lib/deal/family/rules";
import { dealEventInput } from "@/lib/deal/schema";
import { paymentTermInput } from "@/lib/payment/schema";
import type { TermKind } from "@/prisma/generated/enums";
import { is } from "../support/is";

const usual = { payerId: null, payeeId: null, currency: "USD" };
const fee = (kind: TermKind) => blankTerm(kind, usual);

describe("on the form", () => {
  test("an option that lapses ends what waits, and only that, and the deal on its day", () => {
    const unknown = { ...fee("UPFRONT"), initialState: "UNKNOWN" as const };
    const deal = { ...blankDeal(), terms: [unknown, fee("MILESTONE_POOL")] };
    const lapsed = happen(deal, "OPTION_LAPSED", "Option lapsed");
    const event = is(lapsed.events[0]);
    expect(lapsed.status).toBe("OPTION_LAPSED");
    expect(lapsed.terms.map(({ closedById }) => closedById)).toEqual([null, event.id]);
    const told = dated(lapsed, event, "2025-05");
    expect([told.endedOn, told.events[0]?.on]).toEqual(["2025-05", "2025-05"]);
  });

  test("an exercised option's fee falls due on the day of the exercise", () => {
    const deal = { ...blankDeal(), terms: [fee("OPTION_EXERCISE_FEE"), fee("MILESTONE")] };
    const exercised = happen(deal, "OPTION_EXERCISED", "Exercised");
    const { terms, status } = dated(exercised, is(exercised.events[0]), "2024-06-01");
    expect(status).toBe("OPTION_EXERCISED");
    expect(terms.map(({ newSteps }) => newSteps.map(({ to, on }) => [to, on]))).toEqual([
      [["TRIGGERED", "2024-06-01"]],
      [],
    ]);
  });

  test("an amendment puts a payment's new terms below the old, and taking it off takes back its effects", () => {
    const pool = { ...fee("MILESTONE_POOL"), amount: "3.5bn" };
    const amended = happen({ ...blankDeal(), terms: [pool] }, "AMENDED", "Amended");
    const event = is(amended.events[0]);
    expect(amended.terms[0]?.closedById).toBeNull();
    const { terms } = replaced(amended, event.id, pool.id);
    expect(terms.map(({ closedById, openedById }) => [closedById, openedById])).toEqual([
      [event.id, null],
      [null, event.id],
    ]);
    expect(terms.map((term) => isOpenTo(term, event))).toEqual([true, false]);
    const back = unhappened({ ...amended, terms }, event.id);
    expect(back.terms.flatMap(({ closedById }) => closedById ?? [])).toEqual([]);
  });
});

describe("a payment that an event closes", () => {
  const event = (kind: string) =>
    dealEventInput.parse({ id: uuid(), kind, on: "2024-03-01", summary: kind });
  const term = (fields: object) =>
    paymentTermInput.parse({ id: uuid(), kind: "MILESTONE", disclosure: "UNDISCLOSED", ...fields });

  test.each([
    ["AMENDED", "SUPERSEDED"],
    ["TERRITORY_CHANGED", "SUPERSEDED"],
    ["OPTION_LAPSED", "CANCELLED"],
    ["TERMINATED", "CANCELLED"],
  ])("by %s is %s on its day", (kind, state) => {
    const by = event(kind);
    const after = closed(term({ closedById: by.id }), [by]);
    expect(after.steps.map(({ to, on }) => [to, on])).toEqual([[state, "2024-03-01"]]);
  });

  test("stays what it was once it was due", () => {
    const by = event("AMENDED");
    const due = term({ closedById: by.id, steps: [{ to: "TRIGGERED", on: "2024-01" }] });
    expect(closed(due, [by])).toBe(due);
  });

  test("is told at signing and now through amendment after amendment", () => {
    const [one, two] = [event("AMENDED"), event("AMENDED")];
    const first = term({ closedById: one.id });
    const second = term({ openedById: one.id, closedById: two.id });
    const third = term({ openedById: two.id });
    const extra = term({ kind: "OTHER", openedById: two.id });
    const untouched = term({});
    const terms = [first, second, third, extra, untouched];
    const told = amendedTerms({ terms, events: [one, two] });
    expect(told.map(({ signed, now }) => [signed?.id, now?.id])).toEqual([
      [first.id, third.id],
      [undefined, extra.id],
    ]);
  });
});

test("links that lead back are found, however long the way", () => {
  const edge = (from: string, to: string) => ({ id: `${from}${to}`, from, to });
  const edges = [edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("d", "a")];
  expect([...circular(edges)]).toEqual(["ab", "bc", "ca"]);
  expect(circular(edges.slice(0, 2)).size).toBe(0);
});

test("roles are reversed where both companies changed sides", () => {
  const there = { giving: ["eisai"], taking: ["blissbio"] };
  expect(rolesReversed(there, { giving: ["blissbio"], taking: ["eisai"] })).toBe(true);
  expect(rolesReversed(there, there)).toBe(false);
  expect(rolesReversed(there, { giving: ["blissbio"], taking: ["merck"] })).toBe(false);
});
