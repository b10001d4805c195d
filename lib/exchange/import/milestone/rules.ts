import * as z from "zod";
import { Disclosure, MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { type DealDoc, type DealInput, dealInput } from "../../../deal/schema";
import { mayBecome } from "../../../payment/rules";
import type { PaymentStepInput } from "../../../payment/schema";
import { territoryCode } from "../../../territory/schema";
import { line } from "../../../text";
import {
  amountCell,
  codeCell,
  currencyCell,
  dateCell,
  flagCell,
  namesCell,
  type Problem,
  textCell,
  wordCell,
} from "../cell/rules";
import { disclosureOf, type RowNow } from "../deal/money/rules";
import type { Built, Draft, Layout, Refs } from "../rules";

type Term = DealInput["terms"][number];

export const milestoneLayout: Layout = {
  idColumn: "term_id",
  labelColumn: "deal_title",
  partOf: "deals",
  required: ["deal_id", "kind"],
  readers: {
    deal_id: namesCell,
    kind: wordCell(Object.values(TermKind)),
    category: wordCell(Object.values(MilestoneCategory)),
    payer_id: namesCell,
    payer_name: namesCell,
    payee_id: namesCell,
    payee_name: namesCell,
    trigger: textCell(line(500)),
    region: codeCell(territoryCode),
    threshold_amount: amountCell,
    threshold_currency: currencyCell,
    currency: currencyCell,
    amount_min: amountCell,
    amount_max: amountCell,
    disclosure: wordCell(Object.values(Disclosure)),
    wording: textCell(line(500)),
    in_headline: flagCell,
    pool_id: codeCell(z.uuid({ error: "This id is not valid" })),
    state: wordCell(Object.values(PaymentState)),
    state_on: dateCell,
    expected_on: dateCell,
    triggered_on: dateCell,
    paid_on: dateCell,
    actual_amount: amountCell,
    actual_currency: currencyCell,
  },
  names: [
    { names: "payer_name", ids: "payer_id", noun: "companies" },
    { names: "payee_name", ids: "payee_id", noun: "companies" },
  ],
  ids: { deal_id: "deals", payer_id: "companies", payee_id: "companies" },
  currencies: {
    amount_min: "currency",
    amount_max: "currency",
    threshold_amount: "threshold_currency",
    actual_amount: "actual_currency",
  },
  precisions: {
    state_precision: "state_on",
    expected_precision: "expected_on",
    triggered_precision: "triggered_on",
    paid_precision: "paid_on",
  },
  aside: [
    ...["schema_version", "term_id", "updated_at", "version"],
    ...["state_precision", "expected_precision", "triggered_precision", "paid_precision"],
  ],
};

/** The deal with these payments as their rows have them. */
export function buildMilestones(
  doc: DealDoc | null,
  drafts: readonly Draft[],
  refs: Refs,
): Built<DealInput> {
  if (!doc) {
    const message = "There is no such deal";
    return { problems: [{ code: "UNKNOWN_RECORD", column: "deal_id", message }] };
  }
  const problems: Problem[] = [];
  let terms: Term[] = [...doc.terms];
  for (const draft of drafts) {
    const there = terms.find((term) => term.id === draft.slug);
    const made = termOf(there ?? null, draft, refs);
    if ("problem" in made) problems.push(made.problem);
    else if (there) terms = terms.map((term) => (term === there ? made.term : term));
    else terms = [...terms, made.term];
  }
  if (problems.length > 0) return { problems };
  const { id, version } = doc;
  const built = dealInput.safeParse({ ...doc, id, version, terms });
  if (built.success) return { input: built.data };
  return {
    problems: built.error.issues.map(({ path, message }) => ({
      code: "REFUSED",
      column: milestoneColumn(path.join(".")),
      message,
    })),
  };
}

type Made = { term: Term } | { problem: Problem };

function termOf(before: Term | null, { slug, values, stored }: Draft, refs: Refs): Made {
  if (before && "deal_id" in values) {
    const message = "A payment cannot be moved to another deal";
    return { problem: { code: "NOT_IN_THIS_FILE", column: "deal_id", message } };
  }
  const now: RowNow = (column) => (column in values ? values[column] : stored?.[column]) ?? null;
  const company = (column: string) => refs.companies.get(now(column) ?? "")?.id ?? null;
  const steps = stepsOf(before, values, now);
  if ("problem" in steps) return steps;
  const [min, max] = [now("amount_min"), now("amount_max")];
  const bounded = min !== null || max !== null;
  const term = {
    ...{ openedById: null, closedById: null },
    ...before,
    ...{ id: slug ?? before?.id, kind: now("kind"), category: now("category") },
    ...{ payerId: company("payer_id"), payeeId: company("payee_id") },
    ...{ min, max, currency: bounded ? now("currency") : null },
    disclosure: disclosureOf(now("disclosure"), min, max),
    ...{ wording: now("wording"), trigger: now("trigger"), region: now("region") },
    inHeadline: now("in_headline") !== "false",
    poolId: now("pool_id"),
    thresholdAmount: now("threshold_amount"),
    thresholdCurrency: now("threshold_amount") === null ? null : now("threshold_currency"),
    expectedOn: now("expected_on"),
    ...steps,
  };
  const parsed = dealInput.shape.terms.unwrap().element.safeParse(term);
  if (parsed.success) return { term: parsed.data };
  const [issue] = parsed.error.issues;
  const column = milestoneColumn(`terms.0.${issue?.path.join(".") ?? ""}`);
  return {
    problem: { code: "REFUSED", column, message: issue?.message ?? "This value is not valid" },
  };
}

type History = Pick<Term, "initialState" | "steps">;

const ofStep = ["state_on", "triggered_on", "paid_on", "actual_amount", "actual_currency"];

/** A new state is a new step of the payment; steps that are recorded already stay. */
function stepsOf(
  before: Term | null,
  values: Draft["values"],
  now: RowNow,
): History | { problem: Problem } {
  const history: History = {
    initialState: before?.initialState ?? "CONTINGENT",
    steps: before?.steps ?? [],
  };
  const state = Object.values(PaymentState).find((one) => one === values.state);
  if (!state) {
    const column = before ? ofStep.find((one) => one in values) : undefined;
    if (!column) return history;
    const message = "Recorded payment steps cannot be changed";
    return { problem: { code: "NOT_IN_THIS_FILE", column, message } };
  }
  const from = history.steps.at(-1)?.to ?? history.initialState;
  if (state === from) return history;
  if (!before && state === "UNKNOWN") return { initialState: "UNKNOWN", steps: [] };
  const given = (column: string) => (column in values ? (values[column] ?? null) : null);
  const [triggered, paid] = [given("triggered_on"), given("paid_on")];
  const on =
    (state === "PAID" ? paid : state === "TRIGGERED" ? triggered : null) ?? now("state_on");
  const last = stepTo(state, on, { amount: given("actual_amount"), now });
  const direct = mayBecome(from, state) !== "no";
  const way = direct ? [last] : [stepTo("TRIGGERED", triggered), last];
  return { ...history, steps: [...history.steps, ...way] };
}

function stepTo(
  to: PaymentState,
  on: string | null,
  actual?: { amount: string | null; now: RowNow },
): PaymentStepInput {
  const amount = actual?.amount ?? null;
  return {
    ...{ to, on, actualAmount: amount, note: null, sourceId: null, takesBack: false },
    actualCurrency:
      amount === null ? null : (actual?.now("actual_currency") ?? actual?.now("currency") ?? null),
    actualDisclosure: amount === null ? "NOT_RESEARCHED" : "EXACT",
  };
}

const columnsOf: Record<string, string> = {
  payerId: "payer_id",
  payeeId: "payee_id",
  min: "amount_min",
  max: "amount_max",
  poolId: "pool_id",
  inHeadline: "in_headline",
  thresholdAmount: "threshold_amount",
  thresholdCurrency: "threshold_currency",
  expectedOn: "expected_on",
  steps: "state",
};

export function milestoneColumn(path: string): string {
  const [list = "", _, field = list] = path.split(".");
  return columnsOf[field] ?? field;
}
