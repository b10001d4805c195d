import * as z from "zod";
import { MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { fxPolicies } from "../../fx/schema";
import { currencyCode } from "../../money/schema";
import { countryCode } from "../../territory/schema";
import { line } from "../../text";
import type { Query } from "../rules";
import {
  anyOf,
  dayOf,
  error,
  once,
  pageKeys,
  parseQuery,
  slugKey,
  sortBy,
  sortValue,
  withPlace,
} from "../schema";

const sorts = {
  moved: sortValue.date,
  due: sortValue.date,
  deal: sortValue.text,
  state: z.enum(PaymentState),
  kind: z.enum(TermKind),
};

/** Where a payment stands by the calendar: owed and not known to be paid; or still open, and expected by when. */
export const dues = ["owed", "overdue", "this-quarter", "next-quarter", "undated"] as const;
export type Due = (typeof dues)[number];

/** From headline to cash: each payment counts in the steps that its state and kind name. */
export const steps = [
  ...(["headline", "upfront", "triggered", "paid"] as const),
  ...(["lapsed", "open", "unknown"] as const),
] as const;
export type Step = (typeof steps)[number];

/** What moved last comes first. */
export const lastMoved = { key: "moved", descending: true } as const;

export const keys = {
  q: once(line(200)),
  company: anyOf(slugKey),
  payer: anyOf(slugKey),
  payee: anyOf(slugKey),
  deal: anyOf(slugKey),
  from: anyOf(countryCode),
  to: anyOf(countryCode),
  announced_from: once(dayOf("first")),
  announced_to: once(dayOf("last")),
  step: once(z.enum(steps, { error })),
  due: anyOf(z.enum(dues, { error })),
  state: anyOf(z.enum(PaymentState, { error })),
  kind: anyOf(z.enum(TermKind, { error })),
  category: anyOf(z.enum(MilestoneCategory, { error })),
  due_from: once(dayOf("first")),
  due_to: once(dayOf("last")),
  currency: anyOf(currencyCode),
  sort: once(sortBy(sorts)),
  /** What only the page knows. */
  fx: once(z.enum(fxPolicies, { error })),
};

/** The filters of /milestones and its export; the words are a contract. */
export function parseMilestoneFilter(query: Query) {
  return withPlace(parseQuery({ ...keys, ...pageKeys }, query), sorts, lastMoved);
}
export type MilestoneFilter = ReturnType<typeof parseMilestoneFilter>["filter"];

/** The part of a filter that says whose payments, and of which deals. */
export function parseMilestoneScope(query: Query) {
  const { q, company, payer, payee, deal, from, to, announced_from, announced_to } = keys;
  const scope = { q, company, payer, payee, deal, from, to, announced_from, announced_to };
  return parseQuery(scope, query);
}
export type MilestoneScope = ReturnType<typeof parseMilestoneScope>["filter"];
