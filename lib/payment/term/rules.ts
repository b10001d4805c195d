import { scaled } from "../../decimal";
import { AppError, type FieldError } from "../../errors";
import { amountProblems } from "../../money/schema";
import { isBefore } from "../../partial-date";
import { advance, type Stand } from "../rules";
import type { PaymentStepInput, PaymentTermInput, RoyaltyTermInput } from "../schema";

/** The state a term stands at after its steps. */
export function stateOf({ initialState, steps }: Pick<PaymentTermInput, "initialState" | "steps">) {
  return steps.at(-1)?.to ?? initialState;
}

type Standing = Pick<PaymentStepInput, "to" | "on" | "actualAmount">;

/** The steps that count: without those recorded by mistake, and what took them back. */
export function standingSteps(steps: readonly PaymentStepInput[]): PaymentStepInput[] {
  const life: PaymentStepInput[] = [];
  for (const step of steps) {
    if (step.takesBack) life.pop();
    else life.push(step);
  }
  return life;
}

/** The step that takes a term's last one back, with that reason; null where there is none, or it names an amount. */
export function takingBack(
  { initialState, steps }: Pick<PaymentTermInput, "initialState" | "steps">,
  note: string,
): PaymentStepInput | null {
  const start: Standing = { to: initialState, on: null, actualAmount: null };
  const life: Standing[] = [start, ...standingSteps(steps)];
  const [before, last] = life.slice(-2);
  if (!before || !last || last.actualAmount !== null) return null;
  return {
    ...{ to: before.to, on: before.on, note, takesBack: true, sourceId: null },
    ...{ actualAmount: null, actualCurrency: null, actualDisclosure: "NOT_RESEARCHED" },
  };
}

function stepProblems(step: PaymentStepInput): FieldError[] {
  const amount = step.actualAmount;
  if (amount === null) {
    const stated = !["UNDISCLOSED", "NONE", "NOT_RESEARCHED"].includes(step.actualDisclosure);
    return stated ? [{ path: "actualAmount", message: "Give the amount" }] : [];
  }
  if (step.actualDisclosure === "RANGE") {
    return [{ path: "actualDisclosure", message: "This amount is one figure, not a range" }];
  }
  return amountProblems({
    disclosure: step.actualDisclosure,
    currency: step.actualCurrency,
    min: step.actualDisclosure === "UP_TO" ? null : amount,
    max: step.actualDisclosure === "AT_LEAST" ? null : amount,
  }).map(({ path, message }) => ({
    path: path === "currency" ? "actualCurrency" : "actualAmount",
    message,
  }));
}

/** What is wrong with a term's history: a step that the machine forbids, an amount that contradicts itself. */
export function historyProblems(term: PaymentTermInput): FieldError[] {
  let life: Stand[] = [{ state: term.initialState, figure: false }];
  return term.steps.flatMap((step, index) => {
    const moved = move(life, step);
    // What follows a wrong step is judged from where that one leads.
    life = moved.life ?? [...life, { state: step.to, figure: step.actualAmount !== null }];
    const order = orderProblems(term.steps.slice(0, index), step);
    const problems = [...stepProblems(step), ...moved.problems, ...order];
    return problems.map((problem) => ({ ...problem, path: `steps.${index}.${problem.path}` }));
  });
}

function move(
  life: Stand[],
  { to, note, actualAmount, takesBack }: PaymentStepInput,
): { life?: Stand[]; problems: FieldError[] } {
  const fromState = life.at(-1)?.state ?? to;
  try {
    return {
      life: advance(life, { fromState, toState: to, note, actualAmount, takesBack }),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problems: error.fields };
  }
}

/** Paid before it was triggered happens, by an advance or a slip: the note says which. */
function orderProblems(earlier: readonly PaymentStepInput[], step: PaymentStepInput): FieldError[] {
  const { on, note } = step;
  if (on === null || note?.trim()) return [];
  const tooEarly = earlier.some((before) => before.on !== null && isBefore(on, before.on));
  return tooEarly
    ? [{ path: "note", message: "This step is dated before the one it follows; give the reason" }]
    : [];
}

/** What is wrong with one payment term, by field. */
export function termProblems(term: PaymentTermInput): FieldError[] {
  const problems = [...amountProblems(term), ...historyProblems(term)];
  if ((term.thresholdAmount === null) !== (term.thresholdCurrency === null)) {
    const path = term.thresholdAmount === null ? "thresholdAmount" : "thresholdCurrency";
    problems.push({ path, message: "A sales threshold needs an amount and a currency" });
  }
  if (term.thresholdAmount !== null && scaled(term.thresholdAmount) === 0n) {
    problems.push({ path: "thresholdAmount", message: "A sales threshold is above zero" });
  }
  if (term.poolId === term.id) {
    problems.push({ path: "poolId", message: "A pool cannot draw on itself" });
  }
  return problems;
}

const hundred = scaled("100");

/** What is wrong with one royalty, by field. */
export function royaltyProblems(royalty: RoyaltyTermInput): FieldError[] {
  return royalty.tiers.flatMap(({ rateMin, rateMax, salesFrom, salesTo }, index) => {
    const problems: FieldError[] = [];
    const over = (rate: string | null) => rate !== null && scaled(rate) > hundred;
    if (over(rateMin) || over(rateMax)) {
      problems.push({ path: "rateMax", message: "A rate is between 0 and 100 per cent" });
    }
    if (rateMin !== null && rateMax !== null && scaled(rateMin) > scaled(rateMax)) {
      problems.push({ path: "rateMax", message: "The upper bound must be above the lower one" });
    }
    if (salesTo !== null && scaled(salesTo) <= scaled(salesFrom ?? "0")) {
      problems.push({ path: "salesTo", message: "The upper bound must be above the lower one" });
    }
    return problems.map((problem) => ({ ...problem, path: `tiers.${index}.${problem.path}` }));
  });
}
