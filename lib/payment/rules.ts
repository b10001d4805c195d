import { AppError } from "../errors";

/** Where a payment stands, in the order of the database's enum. */
export const paymentStates = [
  "CONTINGENT",
  "TRIGGERED",
  "INVOICED",
  "PAID",
  "DISPUTED",
  "LAPSED",
  "WAIVED",
  "CANCELLED",
  "SUPERSEDED",
  "UNKNOWN",
] as const;
export type PaymentState = (typeof paymentStates)[number];

type Answer = "yes" | "with a reason" | "no";

// Invoices are rarely public, so a triggered payment may be paid at once.
const moves: Record<PaymentState, readonly PaymentState[]> = {
  CONTINGENT: ["TRIGGERED", "LAPSED", "WAIVED", "CANCELLED", "SUPERSEDED"],
  TRIGGERED: ["INVOICED", "PAID", "DISPUTED"],
  INVOICED: ["PAID", "DISPUTED"],
  DISPUTED: ["TRIGGERED", "PAID", "WAIVED"],
  LAPSED: ["TRIGGERED"],
  UNKNOWN: paymentStates.filter((state) => state !== "UNKNOWN"),
  PAID: [],
  WAIVED: [],
  CANCELLED: [],
  SUPERSEDED: [],
};

/** May a payment go from one state to another; a lapsed one revives only with a reason. */
export function mayBecome(from: PaymentState, to: PaymentState): Answer {
  if (!moves[from].includes(to)) return "no";
  return from === "LAPSED" ? "with a reason" : "yes";
}

export function nextStates(from: PaymentState): readonly PaymentState[] {
  return moves[from];
}

/** Nothing follows. A lapsed payment is not final: it can revive. */
export function isFinal(state: PaymentState): boolean {
  return moves[state].length === 0;
}

export type PaymentStep = { fromState: PaymentState; toState: PaymentState; note?: string | null };

/**
 * The state that a term's events, in order, lead to; `start` (the term's initial state) without any. Throws CONFLICT on a step that the machine forbids or that does not follow the one before.
 */
export function replay(events: readonly PaymentStep[], start: PaymentState = "CONTINGENT") {
  return events.reduce<PaymentState>((state, step) => {
    const answer = step.fromState === state ? mayBecome(state, step.toState) : "no";
    const values = { from: state, to: step.toState };
    if (answer === "no") {
      throw new AppError("CONFLICT", "A payment that is {from} cannot become {to}", { values });
    }
    if (answer === "with a reason" && !step.note?.trim()) {
      throw new AppError("CONFLICT", "Give the reason why it becomes {to}", { values });
    }
    return step.toState;
  }, start);
}
