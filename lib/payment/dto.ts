import { v7 as uuid } from "uuid";
import type { Prisma } from "@/prisma/generated/client";
import { fromColumns, toColumns } from "../day";
import { decimalColumn } from "../decimal-column";
import type { PaymentState } from "./rules";
import type { PaymentStepInput, PaymentTermInput, RoyaltyTermInput } from "./schema";

export const stepSelect = {
  toState: true,
  on: true,
  onPrecision: true,
  actualAmount: true,
  actualCurrency: true,
  actualDisclosure: true,
  note: true,
  sourceId: true,
  takesBack: true,
} satisfies Prisma.PaymentEventSelect;

type StepRow = Prisma.PaymentEventGetPayload<{ select: typeof stepSelect }>;

function toStep(row: StepRow): PaymentStepInput {
  return {
    to: row.toState,
    on: fromColumns(row.on, row.onPrecision),
    actualAmount: decimalColumn(row.actualAmount),
    actualCurrency: row.actualCurrency,
    actualDisclosure: row.actualDisclosure,
    note: row.note,
    sourceId: row.sourceId,
    takesBack: row.takesBack,
  };
}

export const termSelect = {
  id: true,
  kind: true,
  payerId: true,
  payeeId: true,
  currency: true,
  min: true,
  max: true,
  disclosure: true,
  wording: true,
  inHeadline: true,
  poolId: true,
  openedById: true,
  closedById: true,
  category: true,
  trigger: true,
  region: true,
  thresholdAmount: true,
  thresholdCurrency: true,
  expectedOn: true,
  expectedPrecision: true,
  initialState: true,
  events: { select: stepSelect, orderBy: { seq: "asc" } },
} satisfies Prisma.PaymentTermSelect;

type TermRow = Prisma.PaymentTermGetPayload<{ select: typeof termSelect }>;

export function toTerm({
  events,
  expectedPrecision,
  initialState,
  ...row
}: TermRow): PaymentTermInput {
  return {
    ...row,
    min: decimalColumn(row.min),
    max: decimalColumn(row.max),
    thresholdAmount: decimalColumn(row.thresholdAmount),
    expectedOn: fromColumns(row.expectedOn, expectedPrecision),
    initialState: initialState === "UNKNOWN" ? "UNKNOWN" : "CONTINGENT",
    steps: events.map(toStep),
  };
}

/** A term's row; its steps are rows of their own. */
export function termRow(dealId: string, { steps: _, ...term }: PaymentTermInput, position: number) {
  const { on, precision } = toColumns(term.expectedOn);
  return { ...term, expectedOn: on, expectedPrecision: precision, dealId, position };
}

/** Rows for steps that continue a term after `done` steps, from the state it stands at. */
export function stepRows(
  termId: string,
  steps: readonly PaymentStepInput[],
  from: PaymentState,
  done: number,
) {
  return steps.map(({ to, on, ...step }, index) => {
    const day = toColumns(on);
    return {
      ...step,
      id: uuid(),
      termId,
      seq: done + index + 1,
      fromState: steps[index - 1]?.to ?? from,
      toState: to,
      on: day.on,
      onPrecision: day.precision,
    };
  });
}

export const royaltySelect = {
  id: true,
  payerId: true,
  payeeId: true,
  base: true,
  wording: true,
  disclosure: true,
  inHeadline: true,
  tiers: {
    select: {
      id: true,
      salesFrom: true,
      salesTo: true,
      salesCurrency: true,
      rateMin: true,
      rateMax: true,
    },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.RoyaltyTermSelect;

type RoyaltyRow = Prisma.RoyaltyTermGetPayload<{ select: typeof royaltySelect }>;

export function toRoyalty({ tiers, ...row }: RoyaltyRow): RoyaltyTermInput {
  return {
    ...row,
    tiers: tiers.map((tier) => ({
      ...tier,
      salesFrom: decimalColumn(tier.salesFrom),
      salesTo: decimalColumn(tier.salesTo),
      rateMin: decimalColumn(tier.rateMin),
      rateMax: decimalColumn(tier.rateMax),
    })),
  };
}

export function royaltyRow(
  dealId: string,
  { tiers: _, ...royalty }: RoyaltyTermInput,
  position: number,
) {
  return { ...royalty, dealId, position };
}

export function tierRows({ id, tiers }: RoyaltyTermInput) {
  return tiers.map((tier, position) => ({
    ...tier,
    salesFrom: tier.salesFrom ?? "0",
    royaltyId: id,
    position,
  }));
}
