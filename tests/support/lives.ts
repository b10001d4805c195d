import fc from "fast-check";
import { nextStates, type PaymentState, type PaymentStep } from "@/lib/payment/rules";

/** A lawful life of a payment: at each step one of the states that may follow. */
export const anyLife = fc
  .tuple(
    fc.constantFrom<PaymentState>("CONTINGENT", "UNKNOWN"),
    fc.array(fc.nat(), { maxLength: 12 }),
  )
  .map(([start, choices]) => {
    const steps: PaymentStep[] = [];
    let state = start;
    for (const choice of choices) {
      const next = nextStates(state);
      const toState = next[choice % next.length];
      if (toState === undefined) break;
      steps.push({ fromState: state, toState, note: "as the release says" });
      state = toState;
    }
    return { start, steps, state };
  });
