import type { SkipReason as DealSkip } from "../deal/edit/rules";
import type { JudgedPayment, PaymentSkip } from "../deal/payment/rules";
import type { WarningCode } from "../deal/warning/schema";

export type SkipReason = DealSkip | PaymentSkip;

/** What becomes of one deal or payment; one that is gone for good has no head. */
export type Judged = {
  head: DealRef | undefined;
  verdict:
    | { outcome: "change"; warnings: readonly WarningCode[] }
    | { outcome: "same" }
    | { outcome: "skipped"; because: SkipReason };
};

export function toJudged({ deal, verdict }: JudgedPayment): Judged {
  return {
    head: deal,
    verdict: verdict.outcome === "change" ? { outcome: "change", warnings: [] } : verdict,
  };
}

export type DealRef = { slug: string; title: string };

/** How many, and the first few of them. */
export type Some = { count: number; deals: DealRef[] };

/** What becomes of the deals, or the payments, of a batch. */
export type Tally = {
  change: Some;
  same: Some;
  skipped: Partial<Record<SkipReason, Some>>;
  /** Of those that change: what they will be warned of that they are not now. */
  warned: Partial<Record<WarningCode, Some>>;
};

const none: Some = { count: 0, deals: [] };

export const emptyTally: Tally = { change: none, same: none, skipped: {}, warned: {} };

const few = 5;

function withOne({ count, deals }: Some = none, head: Judged["head"]): Some {
  const shows = head !== undefined && deals.length < few;
  return {
    count: count + 1,
    deals: shows ? [...deals, { slug: head.slug, title: head.title }] : deals,
  };
}

export function addToTally(tally: Tally, judged: readonly Judged[]): Tally {
  return judged.reduce(addOne, tally);
}

function addOne(tally: Tally, { head, verdict }: Judged): Tally {
  switch (verdict.outcome) {
    case "same":
      return { ...tally, same: withOne(tally.same, head) };
    case "skipped": {
      const { because } = verdict;
      const skipped = { ...tally.skipped, [because]: withOne(tally.skipped[because], head) };
      return { ...tally, skipped };
    }
    case "change": {
      const warned = { ...tally.warned };
      for (const code of verdict.warnings) warned[code] = withOne(warned[code], head);
      return { ...tally, change: withOne(tally.change, head), warned };
    }
    default:
      return verdict satisfies never;
  }
}

/** How many are left as they are because something stands in the way. */
export function skippedCount({ skipped }: Tally): number {
  return Object.values(skipped).reduce((sum, { count }) => sum + count, 0);
}
