import * as z from "zod";
import { Disclosure, MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { recordVersion } from "../history/schema";
import { amountFields, currencyCode, decimalText } from "../money/schema";
import { partialDate } from "../partial-date";
import { territoryCode } from "../territory/schema";
import { blankAsNull, optionalLine, optionalParagraph, optionalWebAddress } from "../text";

const id = z.uuid({ error: "This id is not valid" });
const optionalId = id.nullable().default(null);

/**
 * One step of a payment's life. An actual amount is full units of its currency: what is paid in all by then. A
 * further payment, or a return, is a step from PAID to PAID; a step that was recorded by mistake is taken back
 * by a step of its own.
 */
export const paymentStepInput = z.strictObject({
  to: z.enum(PaymentState, { error: "Choose the state" }),
  on: blankAsNull(partialDate),
  actualAmount: blankAsNull(decimalText),
  actualCurrency: blankAsNull(currencyCode),
  actualDisclosure: z.enum(Disclosure).default("NOT_RESEARCHED"),
  note: optionalParagraph(1000),
  sourceId: optionalId,
  takesBack: z.boolean().default(false),
});
export type PaymentStepInput = z.output<typeof paymentStepInput>;

/**
 * One payment a deal promises, or the HEADLINE that was announced. `steps` is its history so far: those
 * that are stored may be repeated or left out, what follows them is added.
 */
export const paymentTermInput = z.strictObject({
  id,
  kind: z.enum(TermKind, { error: "Choose what this payment is for" }),
  payerId: optionalId,
  payeeId: optionalId,
  ...amountFields,
  wording: optionalLine(500),
  inHeadline: z.boolean().default(true),
  /** The pool of this deal that the term draws on. */
  poolId: optionalId,
  openedById: optionalId,
  closedById: optionalId,
  category: z.enum(MilestoneCategory).nullable().default(null),
  trigger: optionalLine(500),
  region: blankAsNull(territoryCode),
  thresholdAmount: blankAsNull(decimalText),
  thresholdCurrency: blankAsNull(currencyCode),
  expectedOn: blankAsNull(partialDate),
  initialState: z.enum(["CONTINGENT", "UNKNOWN"]).default("CONTINGENT"),
  steps: z.array(paymentStepInput).max(100).default([]),
});
export type PaymentTermInput = z.output<typeof paymentTermInput>;

/** Rates are per cent of the base, between two levels of sales. */
export const royaltyTierInput = z.strictObject({
  id,
  salesFrom: blankAsNull(decimalText),
  salesTo: blankAsNull(decimalText),
  salesCurrency: blankAsNull(currencyCode),
  rateMin: blankAsNull(decimalText),
  rateMax: blankAsNull(decimalText),
});

export const royaltyTermInput = z.strictObject({
  id,
  payerId: optionalId,
  payeeId: optionalId,
  base: optionalLine(200),
  wording: optionalLine(500),
  disclosure: z.enum(Disclosure).default("NOT_RESEARCHED"),
  inHeadline: z.boolean().default(false),
  tiers: z.array(royaltyTierInput).max(30).default([]),
});
export type RoyaltyTermInput = z.output<typeof royaltyTermInput>;

/** A step taken from the deal page: the deal's version and the state it is believed to start from. */
export const recordStepInput = z.strictObject({
  dealId: id,
  version: recordVersion,
  termId: id,
  from: z.enum(PaymentState),
  ...paymentStepInput.shape,
  /** A new document for the step, found again by its address. */
  sourceUrl: optionalWebAddress,
});
export type RecordStepInput = z.output<typeof recordStepInput>;
/** A step taken through the API: the address says of which payment. */
export const paymentEventInput = recordStepInput.omit({
  dealId: true,
  version: true,
  termId: true,
});
/** The same as it is sent. */
export type RecordStepRequest = z.input<typeof recordStepInput>;
