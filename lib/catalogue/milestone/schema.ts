import * as z from "zod";
import { MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { currencyCode } from "../../money/schema";
import { lastDay, partialDate, toDay } from "../../partial-date";
import { line } from "../../text";
import type { Query } from "../rules";
import { anyOf, error, once, pageKeys, parseQuery, slugKey, sortBy } from "../schema";

export const milestoneSortKeys = ["moved", "due", "deal", "state", "kind"] as const;

const keys = {
  q: once(line(200)),
  company: anyOf(slugKey),
  deal: anyOf(slugKey),
  state: anyOf(z.enum(PaymentState, { error })),
  kind: anyOf(z.enum(TermKind, { error })),
  category: anyOf(z.enum(MilestoneCategory, { error })),
  due_from: once(partialDate.transform((text) => toDay(text).day)),
  due_to: once(partialDate.transform(lastDay)),
  currency: anyOf(currencyCode),
  sort: once(sortBy(milestoneSortKeys)),
};

/** The filters of /milestones and its export; the words are a contract. */
export function parseMilestoneFilter(query: Query) {
  return parseQuery({ ...keys, ...pageKeys }, query);
}
export type MilestoneFilter = ReturnType<typeof parseMilestoneFilter>["filter"];
