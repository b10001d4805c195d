import { scaled, unscaled } from "../../decimal";
import { madeOf, type Total, totalOf } from "../../money/rules";
import type { Amount } from "../../money/schema";
import type { PaymentState } from "../../payment/rules";
import { stateOf } from "../../payment/term/rules";
import type { DealDoc } from "../schema";

type Term = DealDoc["terms"][number];

/** How far money has come. What an amendment superseded is promised no more. */
export type Standing = "paid" | "triggered" | "open" | "lapsed" | "unknown";

const standings: Record<PaymentState, Standing | null> = {
  PAID: "paid",
  TRIGGERED: "triggered",
  INVOICED: "triggered",
  DISPUTED: "triggered",
  CONTINGENT: "open",
  LAPSED: "lapsed",
  WAIVED: "lapsed",
  CANCELLED: "lapsed",
  UNKNOWN: "unknown",
  SUPERSEDED: null,
};

export function standingOf(state: PaymentState): Standing | null {
  return standings[state];
}

/** What was paid where it is said, else what was promised. */
export function amountOf({ disclosure, currency, min, max, steps }: Term): Amount {
  const said = steps.findLast((step) => step.actualAmount !== null);
  if (!said) return { disclosure, currency, min, max };
  return {
    disclosure: said.actualDisclosure,
    currency: said.actualCurrency,
    min: said.actualDisclosure === "UP_TO" ? null : said.actualAmount,
    max: said.actualDisclosure === "AT_LEAST" ? null : said.actualAmount,
  };
}

/** What a total is made of, kind by kind. */
type Inside = { of: Term["kind"]; total: Total }[];

/** The money of a deal in one currency; null stands for terms of which none is known. */
export type DealMoney = {
  currency: string | null;
  headline: Total | null;
  /** Terms by what they are for. Draws on a pool are not added to it. */
  promised: { group: PromisedGroup; total: Total; parts: Inside }[];
  /**
   * Of what standing how much. "open" counts a pool's rest and never its draws; "paid" is a lower bound where
   * more may have been paid than is known. `known` adds the upper bounds, or else the lower ones, of what has any.
   */
  standing: { standing: Standing; total: Total; parts: Inside; known: string }[];
  /** Of the headline, what no term accounts for; not to be told where there are several currencies. */
  rest: string | null;
  pools: { pool: Term; drawn: Term[]; total: Total; left: string | null }[];
};

export type PromisedGroup = "upfront" | "equity" | "optionFee" | "milestones" | "other";

const groups: Partial<Record<Term["kind"], PromisedGroup>> = {
  UPFRONT: "upfront",
  PURCHASE_PRICE: "upfront",
  EQUITY: "equity",
  OPTION_FEE: "optionFee",
  OPTION_EXERCISE_FEE: "optionFee",
  MILESTONE: "milestones",
  MILESTONE_POOL: "milestones",
  NEAR_TERM: "milestones",
};

const groupOrder: PromisedGroup[] = ["upfront", "equity", "optionFee", "milestones", "other"];
const standingOrder: Standing[] = ["paid", "triggered", "unknown", "open", "lapsed"];

/**
 * What was promised and what came of it, one block a currency, for currencies are never added. A term that
 * names no currency belongs to the deal's only one, or to a block without any.
 */
export function moneyOf(terms: readonly Term[]): DealMoney[] {
  const live = terms.filter((term) => stateOf(term) !== "SUPERSEDED");
  if (live.length === 0) return [];
  const named = live.flatMap((term) => [term.currency ?? [], amountOf(term).currency ?? []].flat());
  const currencies = [...new Set(named)];
  const only = currencies.length === 1 ? (currencies[0] ?? null) : null;
  const homes = {
    promise: (term: Term) => term.currency ?? only,
    money: (term: Term) => amountOf(term).currency ?? term.currency ?? only,
  };
  const homeless = live.some((term) => homes.money(term) === null);
  return [...currencies, ...(homeless ? [null] : [])].map((currency) =>
    blockOf(
      currency,
      live.filter((term) => homes.promise(term) === currency),
      live.filter((term) => homes.money(term) === currency),
      only !== null,
    ),
  );
}

/** What was promised in a currency, and what happened in it: a payment may arrive in another one. */
function blockOf(
  currency: string | null,
  promises: readonly Term[],
  payments: readonly Term[],
  alone: boolean,
): DealMoney {
  const parts = promises.filter((term) => term.kind !== "HEADLINE");
  const headlines = promises.filter((term) => term.kind === "HEADLINE");
  const headline = headlines.length > 0 ? sum(headlines.map(promise), currency) : null;
  const pools = parts
    .filter((term) => term.kind === "MILESTONE_POOL")
    .map((pool) => poolOf(pool, [...new Set([...parts, ...payments])], currency));
  const mayBeMore = payments.some(
    (term) => standsAt(term, "triggered") || (standsAt(term, "unknown") && !isPool(term)),
  );
  return {
    currency,
    headline,
    promised: groupOrder.flatMap((group) => {
      const own = parts.filter(
        (term) => term.poolId === null && (groups[term.kind] ?? "other") === group,
      );
      return own.length > 0 ? [{ group, ...made(own, promise, currency) }] : [];
    }),
    standing: standingOrder.flatMap((standing) => {
      const counted = payments
        .filter((term) => standsAt(term, standing) && !waitsInPool(term))
        .flatMap((term) => {
          const amount = counts(term, pools);
          return amount ? [{ ...term, amount }] : [];
        });
      if (counted.length === 0) return [];
      const { total, parts } = made(counted, ({ amount }) => amount, currency);
      const shown = standing === "paid" && mayBeMore ? asFloor(total) : total;
      const known = knownOf(counted.map(({ amount }) => amount));
      return [{ standing, total: shown, parts, known }];
    }),
    rest: alone && headline?.max ? restOf(headline.max, parts) : null,
    pools,
  };
}

function standsAt(term: Term, standing: Standing): boolean {
  return term.kind !== "HEADLINE" && standingOf(stateOf(term)) === standing;
}

function knownOf(amounts: readonly Amount[]): string {
  return unscaled(amounts.reduce((sum, { min, max }) => sum + scaled(max ?? min ?? "0"), 0n));
}

function asFloor(total: Total): Total {
  return total.min === null ? total : { ...total, disclosure: "AT_LEAST", max: null };
}

function isPool(term: Term): boolean {
  return term.kind === "MILESTONE_POOL";
}

/** A draw that has not happened is part of what is left in its pool. */
function waitsInPool(term: Term): boolean {
  return term.poolId !== null && !hasHappened(term);
}

function hasHappened(term: Term): boolean {
  return standsAt(term, "paid") || standsAt(term, "triggered");
}

function promise({ disclosure, currency, min, max }: Term): Amount {
  return { disclosure, currency, min, max };
}

/** A pool that is not over counts with what is left in it; null when that is nothing. */
function counts(term: Term, pools: DealMoney["pools"]): Amount | null {
  const pool = pools.find((one) => one.pool.id === term.id);
  const isOver = standsAt(term, "paid") || standsAt(term, "lapsed") || standsAt(term, "triggered");
  if (!pool || pool.drawn.length === 0 || pool.left === null || isOver) return amountOf(term);
  if (scaled(pool.left) === 0n) return null;
  return { ...promise(term), disclosure: "UP_TO", min: null, max: pool.left };
}

function poolOf(pool: Term, terms: readonly Term[], currency: string | null) {
  const drawn = terms.filter((term) => term.poolId === pool.id);
  const amounts = drawn.filter(hasHappened).map(amountOf);
  const total = sum(
    amounts.filter((amount) => (amount.currency ?? currency) === currency),
    currency,
  );
  const left = pool.max === null ? null : floorAtZero(scaled(pool.max) - scaled(total.min ?? "0"));
  return { pool, drawn, total, left };
}

const outside = new Set<Term["kind"]>(["PLEDGE", "LOAN", "COST_SHARE", "PROFIT_SHARE"]);

function restOf(headline: string, terms: readonly Term[]): string | null {
  const parts = terms.filter(
    (term) => term.inHeadline && term.poolId === null && !outside.has(term.kind),
  );
  const rest = scaled(headline) - scaled(knownOf(parts));
  return rest > 0n ? unscaled(rest) : null;
}

function floorAtZero(value: bigint): string {
  return unscaled(value > 0n ? value : 0n);
}

function made<T extends Pick<Term, "kind">>(
  terms: readonly T[],
  amountOf: (term: T) => Amount,
  currency: string | null,
): { total: Total; parts: Inside } {
  const { total, parts } = madeOf(terms.map((term) => ({ of: term.kind, amount: amountOf(term) })));
  const within = (one: Total) => ({ ...one, currency });
  return {
    total: within(total),
    parts: parts.map((part) => ({ ...part, total: within(part.total) })),
  };
}

/** Amounts of one block; what is undisclosed and names no currency takes the block's. */
function sum(amounts: readonly Amount[], currency: string | null): Total {
  return { ...totalOf(amounts), currency };
}

/** The currency that all of a deal's terms are in; null without any, or with several. */
export function onlyCurrency({ terms }: { terms: readonly Pick<Term, "currency">[] }) {
  const [only = null, ...others] = new Set(terms.flatMap(({ currency }) => currency ?? []));
  return others.length > 0 ? null : only;
}
