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

/** What may be recorded next: the states that follow, and of a paid one that more was paid, or some of it returned. */
export function recordable(from: PaymentState): readonly PaymentState[] {
  return from === "PAID" ? ["PAID"] : moves[from];
}

export type PaymentStep = {
  fromState: PaymentState;
  toState: PaymentState;
  note?: string | null;
  /** Of a paid payment: what is paid in all by then, what was returned left out. */
  actualAmount?: string | null;
  /** The step before was recorded by mistake: the payment stands again where it stood. */
  takesBack?: boolean;
};

/** A place of a payment's life that still counts; `figure`: the step to it names an amount. */
export type Stand = { state: PaymentState; figure: boolean };

/**
 * A life with one step more. Throws CONFLICT on a step that the machine forbids or that does not follow the one before.
 * Docs: decision 0085.
 */
export function advance(life: readonly Stand[], step: PaymentStep): Stand[] {
  const last = life.at(-1);
  const values = { from: last?.state ?? step.fromState, to: step.toState };
  const refuse = (message: string, path = "to") =>
    new AppError("CONFLICT", message, { values, fields: [{ path, message, values }] });
  const forbidden = "A payment that is {from} cannot become {to}";
  if (!last || step.fromState !== last.state) throw refuse(forbidden);
  const reason = Boolean(step.note?.trim());
  const figure = step.actualAmount !== null && step.actualAmount !== undefined;
  if (step.takesBack) {
    if (life.at(-2)?.state !== step.toState) throw refuse("Only the last step can be taken back");
    if (last.figure || figure) throw refuse("A step with an amount cannot be taken back");
    if (!reason) throw refuse("Give the reason why it becomes {to}");
    return life.slice(0, -1);
  }
  if (last.state === "PAID" && step.toState === "PAID") {
    if (!figure) throw refuse("Say how much is paid in all", "actualAmount");
    if (!reason) throw refuse("Say what was paid or returned", "note");
    return [...life, { state: "PAID", figure }];
  }
  const answer = mayBecome(last.state, step.toState);
  if (answer === "no") throw refuse(forbidden);
  if (answer === "with a reason" && !reason) throw refuse("Give the reason why it becomes {to}");
  return [...life, { state: step.toState, figure }];
}

/**
 * The state that a term's events, in order, lead to; `start` (the term's initial state) without any. Throws
 * CONFLICT as `advance` does.
 */
export function replay(events: readonly PaymentStep[], start: PaymentState = "CONTINGENT") {
  const life = events.reduce<Stand[]>(advance, [{ state: start, figure: false }]);
  return life.at(-1)?.state ?? start;
}
