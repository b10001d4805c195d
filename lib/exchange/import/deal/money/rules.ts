import { v7 as uuid } from "uuid";
import type { TermKind } from "@/prisma/generated/enums";
import type { DealInput } from "../../../../deal/schema";
import { scaled, unscaled } from "../../../../decimal";
import type { Disclosure } from "../../../../money/schema";
import type { Problem } from "../../cell/rules";
import type { Cells } from "../../rules";

type Term = DealInput["terms"][number];
type Terms = { terms: Term[] } | { problem: Problem };

/** The row as it would stand: what it sets, over what is stored. */
export type RowNow = (column: string) => string | null;

/** Columns of one kind of payment, and the terms that they add up. */
type Group = { prefix: string; kinds: readonly TermKind[] };

export const groups: readonly Group[] = [
  { prefix: "upfront", kinds: ["UPFRONT", "PURCHASE_PRICE"] },
  { prefix: "equity", kinds: ["EQUITY"] },
  { prefix: "option_fee", kinds: ["OPTION_FEE", "OPTION_EXERCISE_FEE"] },
  { prefix: "headline", kinds: ["HEADLINE"] },
];

/** What each milestone column adds up; the first is the category of a term that is made of it. */
const parts = [
  { column: "milestones_development_max", category: "DEVELOPMENT" },
  { column: "milestones_regulatory_max", category: "REGULATORY" },
  { column: "milestones_sales_max", category: "SALES" },
] as const;

const milestoneKinds: ReadonlySet<TermKind> = new Set(["MILESTONE", "MILESTONE_POOL", "NEAR_TERM"]);
const total = "milestones_total";

/** What the bounds say where the row does not. */
export function disclosureOf(
  said: string | null,
  min: string | null,
  max: string | null,
): Disclosure {
  if (said !== null) return asDisclosure(said);
  if (min === null) return max === null ? "NOT_RESEARCHED" : "UP_TO";
  if (max === null) return "AT_LEAST";
  return min === max ? "EXACT" : "RANGE";
}

/** The column's reader lets only these words through. */
function asDisclosure(word: string): Disclosure {
  return word as Disclosure;
}

type Amount = Pick<Term, "disclosure" | "currency" | "min" | "max">;

/** A sum of exact and other figures reads APPROX although its bounds are two; a term says RANGE then. */
function amountOf(now: RowNow, [min, max, said]: [string, string, string]): Amount {
  const [low, high] = [now(min), now(max)];
  const disclosure = disclosureOf(now(said), low, high);
  const none = low === null && high === null;
  return { disclosure, currency: none ? null : now("currency"), min: low, max: high };
}

function newTerm(kind: TermKind, amount: Amount, sides: Sides): Term {
  const nothing = { wording: null, poolId: null, openedById: null, closedById: null };
  const open = { trigger: null, region: null, thresholdAmount: null, thresholdCurrency: null };
  return {
    ...{ id: uuid(), kind, ...sides, ...amount, ...nothing, ...open },
    ...{ inHeadline: kind !== "HEADLINE", category: null, expectedOn: null },
    ...{ initialState: "CONTINGENT", steps: [] },
  };
}

/** Who pays whom, where each side is one company. */
export type Sides = { payerId: string | null; payeeId: string | null };

const isOf = (kinds: ReadonlySet<TermKind> | readonly TermKind[], { kind, poolId, steps }: Term) =>
  (Array.isArray(kinds) ? kinds.includes(kind) : new Set(kinds).has(kind)) &&
  poolId === null &&
  steps.at(-1)?.to !== "SUPERSEDED";

function several(column: string): { problem: Problem } {
  const message =
    "This deal has several payments of this kind; change them in a file of milestones";
  return { problem: { code: "NOT_IN_THIS_FILE", column, message } };
}

/** The terms with one kind of payment as the row has it. */
function withGroup(terms: Term[], { prefix, kinds }: Group, now: RowNow, sides: Sides): Terms {
  const own = terms.filter((term) => isOf(kinds, term));
  const amount = amountOf(now, [`${prefix}_min`, `${prefix}_max`, `${prefix}_disclosure`]);
  const [kind = "OTHER"] = kinds;
  const [only, ...more] = own;
  if (more.length > 0) return several(`${prefix}_max`);
  if (only) return { terms: terms.map((term) => (term === only ? { ...term, ...amount } : term)) };
  if (amount.disclosure === "NOT_RESEARCHED") return { terms };
  const given = prefix === "headline" ? { payerId: null, payeeId: null } : sides;
  return { terms: [...terms, newTerm(kind, amount, given)] };
}

/** The milestones of a deal that has none yet, from the columns of their categories and their total. */
function withMilestones(terms: Term[], now: RowNow, sides: Sides): Terms {
  const own = terms.filter((term) => isOf(milestoneKinds, term));
  if (own.length > 1) return several(`${total}_max`);
  const sum = amountOf(now, [`${total}_min`, `${total}_max`, "milestones_disclosure"]);
  const named = parts.flatMap(({ column, category }) => {
    const max = now(column);
    return max === null ? [] : [{ category, max }];
  });
  const [one] = own;
  if (one) return withOneMilestone(terms, one, sum, named);
  if (named.length === 0) {
    const made = newTerm("MILESTONE", sum, sides);
    return { terms: sum.disclosure === "NOT_RESEARCHED" ? terms : [...terms, made] };
  }
  const made = madeOfParts(sum, named, now("currency"));
  if ("problem" in made) return made;
  return {
    terms: [
      ...terms,
      ...made.map(({ category, amount }) => ({
        ...newTerm("MILESTONE", amount, sides),
        category,
      })),
    ],
  };
}

type Part = { category: (typeof parts)[number]["category"]; max: string };

function withOneMilestone(terms: Term[], one: Term, sum: Amount, named: Part[]): Terms {
  const [part, ...more] = named;
  if (more.length > 0 || (part && part.max !== sum.max)) return several(`${total}_max`);
  const category = part?.category ?? one.category;
  return { terms: terms.map((term) => (term === one ? { ...term, ...sum, category } : term)) };
}

type Made = { category: Term["category"]; amount: Amount }[];

/** A term for each category and one for what remains of the total; figures that do not add up are refused. */
function madeOfParts(
  sum: Amount,
  named: Part[],
  currency: string | null,
): Made | { problem: Problem } {
  const added = named.reduce((all, { max }) => all + scaled(max), 0n);
  const whole = sum.max === null ? added : scaled(sum.max);
  const exact = sum.min !== null && sum.min === sum.max;
  const disclosure = exact ? (sum.disclosure === "APPROX" ? "APPROX" : "EXACT") : "UP_TO";
  const amount = (max: string): Amount => ({ disclosure, currency, min: exact ? max : null, max });
  if (added > whole || (sum.min !== null && !exact)) {
    const message =
      "The milestones do not add up to their total; give each in a file of milestones";
    return { problem: { code: "NOT_IN_THIS_FILE", column: `${total}_max`, message } };
  }
  const made: Made = named.map(({ category, max }) => ({ category, amount: amount(max) }));
  if (whole === added) return made;
  return [...made, { category: null, amount: amount(unscaled(whole - added)) }];
}

const touches = (values: Cells, prefix: string) =>
  Object.keys(values).some((column) => column.startsWith(`${prefix}_`));

/** The payments of a deal as the row has them; kinds that the row does not touch stay as they are. */
export function termsOf(
  before: readonly Term[],
  values: Cells,
  now: RowNow,
  sides: Sides,
): { terms: Term[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let terms = [...before];
  const take = (made: Terms) => {
    if ("problem" in made) problems.push(made.problem);
    else terms = made.terms;
  };
  for (const group of groups) {
    if (touches(values, group.prefix)) take(withGroup(terms, group, now, sides));
  }
  if (touches(values, "milestones")) take(withMilestones(terms, now, sides));
  const currency = values.currency;
  if (currency && before.length > 0) terms = inCurrency(terms, currency, now);
  return { terms, problems };
}

/** The row's currency is that of every amount it has. */
function inCurrency(terms: Term[], currency: string, now: RowNow): Term[] {
  if (now("currency") === null) return terms;
  return terms.map((term) => (term.currency === null ? term : { ...term, currency }));
}
