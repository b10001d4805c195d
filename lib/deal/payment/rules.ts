import type { PaymentStepInput } from "../../payment/schema";
import { stateOf, takingBack } from "../../payment/term/rules";
import type { Picked } from "../edit/rules";
import { dealProblems } from "../rules";
import type { DealDoc } from "../schema";
import type { PaymentEdit } from "./schema";

type Term = DealDoc["terms"][number];

export type PaymentSkip =
  | "changedSince"
  | "gone"
  | "cannotTrigger"
  | "needsReason"
  | "cannotTakeBack"
  | "dealNeedsAttention";

export type PaymentVerdict =
  | { outcome: "change"; step: PaymentStepInput }
  | { outcome: "same" }
  | { outcome: "skipped"; because: PaymentSkip };

/** A payment as the person saw it, by how many steps it had taken, and what becomes of it. */
export type JudgedPayment = {
  id: string;
  deal: DealDoc | undefined;
  verdict: PaymentVerdict;
};

const skipped = (because: PaymentSkip): PaymentVerdict => ({ outcome: "skipped", because });

const blank = {
  ...{ actualAmount: null, actualCurrency: null, sourceId: null },
  actualDisclosure: "NOT_RESEARCHED" as const,
};

/** What an edit of many means for one payment. */
export function judgeTrigger({ on, note }: PaymentEdit, term: Term): PaymentVerdict {
  const state = stateOf(term);
  if (state === "TRIGGERED") return { outcome: "same" };
  if (state === "LAPSED" && note === null) return skipped("needsReason");
  if (state !== "CONTINGENT" && state !== "UNKNOWN" && state !== "LAPSED") {
    return skipped("cannotTrigger");
  }
  return { outcome: "change", step: { ...blank, to: "TRIGGERED", on, note, takesBack: false } };
}

/** What taking the last step back means for one payment. */
export function judgeUndo(term: Term): PaymentVerdict {
  const step = takingBack(term, "Undone together with the change of many that recorded it");
  return step ? { outcome: "change", step } : skipped("cannotTakeBack");
}

/** What becomes of these payments: each as it was seen, and every deal still as the rules want it. */
export function judgePayments(
  picks: readonly Picked[],
  dealOf: (termId: string) => DealDoc | undefined,
  judge: (term: Term) => PaymentVerdict,
): JudgedPayment[] {
  const judged = picks.map(({ id, version }): JudgedPayment => {
    const deal = dealOf(id);
    const term = deal?.terms.find((one) => one.id === id);
    if (!deal || !term) return { id, deal, verdict: skipped("gone") };
    if (term.steps.length !== version) return { id, deal, verdict: skipped("changedSince") };
    return { id, deal, verdict: judge(term) };
  });
  const unsound = new Set(
    movedDeals(judged)
      .filter((deal) => dealProblems(deal).length > 0)
      .map(({ id }) => id),
  );
  return judged.map((one) =>
    one.deal && one.verdict.outcome === "change" && unsound.has(one.deal.id)
      ? { ...one, verdict: skipped("dealNeedsAttention") }
      : one,
  );
}

/** The deals of these payments with the steps that are to be taken. */
export function movedDeals(judged: readonly JudgedPayment[]): DealDoc[] {
  const steps = new Map<string, PaymentStepInput>();
  const deals = new Map<string, DealDoc>();
  for (const { id, deal, verdict } of judged) {
    if (!deal || verdict.outcome !== "change") continue;
    steps.set(id, verdict.step);
    deals.set(deal.id, deal);
  }
  return [...deals.values()].map((deal) => ({
    ...deal,
    terms: deal.terms.map((term) => {
      const step = steps.get(term.id);
      return step ? { ...term, steps: [...term.steps, step] } : term;
    }),
  }));
}
