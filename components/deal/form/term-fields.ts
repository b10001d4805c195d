import { v7 as uuid } from "uuid";
import type { Disclosure } from "@/lib/money/schema";
import { typedTerm } from "@/lib/money/typed/rules";
import type { PaymentStepInput, PaymentTermInput } from "@/lib/payment/schema";
import type { TermKind } from "@/prisma/generated/enums";
import { amountText, grouped, moneyOf } from "./typed-figures";

export type StepFields = Omit<PaymentStepInput, "actualAmount" | "actualCurrency"> & {
  id: string;
  /** With its currency: "USD 35m". */
  actual: string;
};

type Typed = "min" | "max" | "thresholdAmount" | "thresholdCurrency";

/** A payment as it stands on the form: its bounds are one text, as people write them. */
export type TermFields = Omit<PaymentTermInput, Typed> & {
  /** "400m", "5m–10m"; the currency beside it unless the text names one. */
  amount: string;
  /** With its currency: "USD 200m". */
  threshold: string;
  /** What has happened already to a payment that is new here. `steps` are those on record. */
  newSteps: StepFields[];
};

const withoutFigure: readonly Disclosure[] = ["UNDISCLOSED", "NONE", "NOT_RESEARCHED"];

export function blankTerm(
  kind: TermKind,
  usual: Pick<TermFields, "payerId" | "payeeId" | "currency">,
): TermFields {
  return {
    id: uuid(),
    kind,
    ...usual,
    disclosure: "NOT_RESEARCHED",
    amount: "",
    wording: null,
    inHeadline: true,
    poolId: null,
    openedById: null,
    closedById: null,
    category: null,
    trigger: null,
    region: null,
    threshold: "",
    expectedOn: null,
    initialState: "CONTINGENT",
    steps: [],
    newSteps: [],
  };
}

export function toTermFields({
  min,
  max,
  thresholdAmount,
  thresholdCurrency,
  ...term
}: PaymentTermInput): TermFields {
  const isRange = term.disclosure === "RANGE" && min !== null && max !== null;
  const figure = max ?? min;
  return {
    ...term,
    amount: isRange ? `${grouped(min)}–${grouped(max)}` : figure === null ? "" : grouped(figure),
    threshold: amountText(thresholdAmount, thresholdCurrency),
    newSteps: [],
  };
}

/**
 * The amount typed anew. Words say how it was disclosed and marks its currency; a figure without words is exact,
 * and no figure leaves nothing said of it.
 */
export function withAmount(term: TermFields, amount: string): Partial<TermFields> {
  const read = typedTerm(amount);
  const had = !withoutFigure.includes(term.disclosure);
  const has = amount.trim() !== "";
  const silent = has ? (had && term.disclosure !== "RANGE" ? term.disclosure : "EXACT") : null;
  return {
    amount,
    disclosure: read.disclosure ?? silent ?? (had ? "NOT_RESEARCHED" : term.disclosure),
    currency: read.currency ?? term.currency,
  };
}

/** The bounds that the text and the disclosure make. What is no figure goes as it is, to be refused by name. */
export function boundsOf({ amount, disclosure, currency }: TermFields) {
  const read = typedTerm(amount);
  const low = read.low ?? (read.problem ? amount.trim() : null);
  const none = { min: null, max: null, currency: null };
  if (low === null) return none;
  const money = { currency: read.currency ?? currency };
  switch (disclosure) {
    case "UP_TO":
      return { min: null, max: low, ...money };
    case "AT_LEAST":
      return { min: low, max: null, ...money };
    case "RANGE":
      return { min: low, max: read.high, ...money };
    case "EXACT":
    case "APPROX":
    case "UNDISCLOSED":
    case "NONE":
    case "NOT_RESEARCHED":
      return { min: low, max: read.high ?? low, ...money };
    default:
      return disclosure satisfies never;
  }
}

export function blankStep(to: StepFields["to"]): StepFields {
  return {
    id: uuid(),
    to,
    on: null,
    actual: "",
    actualDisclosure: "NOT_RESEARCHED",
    note: null,
    sourceId: null,
    takesBack: false,
  };
}

function toStep({ id: _, actual, ...step }: StepFields, usual: string | null) {
  const { amount, currency } = moneyOf(actual, usual);
  return { ...step, actualAmount: amount, actualCurrency: currency };
}

export function toTermInput(fields: TermFields) {
  const { amount: _, threshold, newSteps, ...term } = fields;
  const bounds = boundsOf(fields);
  const sales = moneyOf(threshold, term.currency);
  return {
    ...term,
    ...bounds,
    thresholdAmount: sales.amount,
    thresholdCurrency: sales.currency,
    steps: [...term.steps, ...newSteps.map((step) => toStep(step, term.currency))],
  };
}
