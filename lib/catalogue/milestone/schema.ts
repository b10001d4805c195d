import * as z from "zod";
import { MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { fxPolicies } from "../../fx/schema";
import { currencyCode } from "../../money/schema";
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

/** What moved last comes first. */
export const lastMoved = { key: "moved", descending: true } as const;

export const keys = {
  q: once(line(200)),
  company: anyOf(slugKey),
  deal: anyOf(slugKey),
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
