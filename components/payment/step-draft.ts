import { typedAmount } from "@/lib/money/rules";
import type { RecordStepRequest } from "@/lib/payment/schema";
import type { Movable } from "./move-payment";

/** The form of a step, as it is typed. `source` is an id, "" for none, or `newSource`. */
export type StepDraft = {
  to: RecordStepRequest["to"] | "";
  on: string;
  amount: string;
  currency: string;
  disclosure: NonNullable<RecordStepRequest["actualDisclosure"]>;
  source: string;
  url: string;
  note: string;
};

export const newSource = "new";

export function firstStep({ next, currency }: Movable): StepDraft {
  const [only, ...others] = next;
  return {
    to: only && others.length === 0 ? stateIn(only.value) : "",
    on: "",
    amount: "",
    currency: currency ?? "",
    disclosure: "NOT_RESEARCHED",
    source: "",
    url: "",
    note: "",
  };
}

/** The values of `next` are states: they come from `recordable`. */
export function stateIn(value: string) {
  return value as RecordStepRequest["to"];
}

/** The values of the select are disclosures: they come from the enum. */
export function disclosureIn(value: string) {
  return value as StepDraft["disclosure"];
}

const withoutFigure = ["UNDISCLOSED", "NONE", "NOT_RESEARCHED"];

/** A figure is exact until it is said to be something else, and without one nothing is said of it. */
export function withAmount(draft: StepDraft, amount: string): Partial<StepDraft> {
  const had = !withoutFigure.includes(draft.disclosure);
  const has = amount.trim() !== "";
  if (has === had) return { amount };
  return { amount, disclosure: has ? "EXACT" : "NOT_RESEARCHED" };
}

/** A new document was chosen and not named: to the room, no address is no document. */
export function lacksAddress({ source, url }: StepDraft): boolean {
  return source === newSource && url.trim() === "";
}

/** What is sent. The currency that the amount itself names wins. */
export function stepRequest(payment: Movable, draft: StepDraft): RecordStepRequest {
  const typed = typedAmount(draft.amount);
  const figure = draft.amount.trim() !== "";
  return {
    dealId: payment.dealId,
    version: payment.version,
    termId: payment.termId,
    from: payment.from,
    to: stateIn(draft.to),
    on: draft.on,
    actualAmount: typed.amount ?? draft.amount,
    actualCurrency: figure ? (typed.currency ?? draft.currency) : "",
    actualDisclosure: draft.disclosure,
    note: draft.note,
    sourceId: draft.source === newSource || draft.source === "" ? null : draft.source,
    sourceUrl: draft.source === newSource ? draft.url : "",
  };
}
