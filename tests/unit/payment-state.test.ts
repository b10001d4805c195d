import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isFinal,
  mayBecome,
  nextStates,
  type PaymentStep,
  paymentStates,
  recordable,
  replay,
} from "@/lib/payment/rules";
import { anyLife } from "../support/lives";

const anyState = fc.constantFrom(...paymentStates);

test("a payment is triggered, perhaps invoiced, and paid", () => {
  expect(mayBecome("CONTINGENT", "TRIGGERED")).toBe("yes");
  expect(mayBecome("TRIGGERED", "INVOICED")).toBe("yes");
  expect(mayBecome("TRIGGERED", "PAID")).toBe("yes");
  expect(mayBecome("INVOICED", "PAID")).toBe("yes");
  expect(mayBecome("CONTINGENT", "PAID")).toBe("no");
  expect(mayBecome("TRIGGERED", "CONTINGENT")).toBe("no");
});

test("a dispute ends in a trigger, a payment or a waiver", () => {
  expect(nextStates("DISPUTED")).toEqual(["TRIGGERED", "PAID", "WAIVED"]);
  expect(mayBecome("CONTINGENT", "DISPUTED")).toBe("no");
});

test("a lapsed payment revives only with a reason", () => {
  expect(mayBecome("LAPSED", "TRIGGERED")).toBe("with a reason");
  const lapse: PaymentStep = { fromState: "CONTINGENT", toState: "LAPSED" };
  const revive: PaymentStep = { fromState: "LAPSED", toState: "TRIGGERED" };
  expect(() => replay([lapse, { ...revive, note: " " }])).toThrow("Give the reason");
  expect(replay([lapse, { ...revive, note: "Deadline extended" }])).toBe("TRIGGERED");
});

test("what is unknown may become anything, and nothing becomes unknown", () => {
  for (const state of paymentStates) {
    expect(mayBecome("UNKNOWN", state)).toBe(state === "UNKNOWN" ? "no" : "yes");
    expect(mayBecome(state, "UNKNOWN")).toBe("no");
  }
});

test("a final state never moves, and no state becomes itself", () => {
  expect(paymentStates.filter(isFinal)).toEqual(["PAID", "WAIVED", "CANCELLED", "SUPERSEDED"]);
  fc.assert(
    fc.property(anyState, anyState, (from, to) => {
      if (isFinal(from) || from === to) expect(mayBecome(from, to)).toBe("no");
      expect(nextStates(from).includes(to)).toBe(mayBecome(from, to) !== "no");
    }),
  );
});

test("replaying a life ends in its last state", () => {
  fc.assert(
    fc.property(anyLife, ({ start, steps, state }) => {
      expect(replay(steps, start)).toBe(state);
    }),
  );
});

test("a forbidden step, or one that starts elsewhere, is a conflict", () => {
  fc.assert(
    fc.property(anyLife, anyState, anyState, ({ start, steps, state }, fromState, toState) => {
      // The first event of a life may say that the state before it was not known.
      const begins = steps.length === 0 && fromState === "UNKNOWN";
      fc.pre((fromState !== state && !begins) || mayBecome(fromState, toState) === "no");
      expect(() => replay([...steps, { fromState, toState, note: "x" }], start)).toThrow(
        expect.objectContaining({ code: "CONFLICT" }),
      );
    }),
  );
});

const paidSteps: PaymentStep[] = [
  { fromState: "CONTINGENT", toState: "TRIGGERED" },
  { fromState: "TRIGGERED", toState: "PAID", actualAmount: "3000000" },
];
const again: PaymentStep = { fromState: "PAID", toState: "PAID" };

test("of a paid payment a further part or a return says what is paid in all, and why", () => {
  const part = { ...again, actualAmount: "10000000", note: "The second part" };
  const back = { ...again, actualAmount: "8000000", note: "2M returned" };
  expect(replay([...paidSteps, part, back])).toBe("PAID");
  expect(() => replay([...paidSteps, { ...part, actualAmount: null }])).toThrow("how much");
  expect(() => replay([...paidSteps, { ...part, note: " " }])).toThrow("what was paid");
  expect(recordable("PAID")).toEqual(["PAID"]);
});

test("any life's last step without an amount can be taken back with a reason, and the life goes on from there", () => {
  fc.assert(
    fc.property(anyLife, ({ start, steps }) => {
      const last = steps.at(-1);
      fc.pre(last !== undefined);
      if (!last) return;
      const back = { fromState: last.toState, toState: last.fromState, takesBack: true };
      const note = "recorded by mistake";
      expect(replay([...steps, { ...back, note }], start)).toBe(last.fromState);
      expect(replay([...steps, { ...back, note }, last], start)).toBe(last.toState);
      expect(() => replay([...steps, back], start)).toThrow("Give the reason");
      expect(() => replay([...steps, { ...back, note }, { ...back, note }], start)).toThrow();
    }),
  );
});

test("what names an amount stays, and nothing but the last step is taken back", () => {
  const note = "a slip";
  const unpay: PaymentStep = { fromState: "PAID", toState: "TRIGGERED", takesBack: true, note };
  expect(() => replay([...paidSteps, unpay])).toThrow("with an amount");
  expect(() => replay([...paidSteps, { ...unpay, toState: "CONTINGENT" }])).toThrow("last step");
});
