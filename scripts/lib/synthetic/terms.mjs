import { exactDay, monthLater } from "./dates.mjs";
import { shares } from "./random.mjs";
import { currencies, units } from "./words.mjs";

/** How much of each kind of payment is told, as in the real catalogue. */
const disclosures = {
  UPFRONT: shares({ EXACT: 77, UNDISCLOSED: 19, UP_TO: 4 }),
  PURCHASE_PRICE: shares({ EXACT: 65, APPROX: 18, UNDISCLOSED: 12, NOT_RESEARCHED: 5 }),
  MILESTONE_POOL: shares({ UP_TO: 85, UNDISCLOSED: 9, AT_LEAST: 6 }),
  MILESTONE: shares({ EXACT: 46, NOT_RESEARCHED: 40, UNDISCLOSED: 14 }),
  EQUITY: shares({ EXACT: 65, APPROX: 6, UNDISCLOSED: 12, NOT_RESEARCHED: 17 }),
  HEADLINE: shares({ UP_TO: 75, EXACT: 14, APPROX: 5, AT_LEAST: 4, UNDISCLOSED: 2 }),
  OPTION_EXERCISE_FEE: shares({ EXACT: 35, UP_TO: 12, UNDISCLOSED: 18, NOT_RESEARCHED: 35 }),
  OTHER: shares({ EXACT: 70, UNDISCLOSED: 14, RANGE: 8, NONE: 8 }),
};

const firstKind = {
  ...{ ACQUISITION: "PURCHASE_PRICE", ASSET_PURCHASE: "PURCHASE_PRICE", EQUITY: "EQUITY" },
  ...{ JOINT_VENTURE: "EQUITY", DEBT: "LOAN", RESEARCH_COLLABORATION: "RD_FUNDING" },
  ...{ MANUFACTURING: "OTHER", PROGRAMME: "PLEDGE" },
};
/** What follows the first payment, by its share: pools with milestones, shares, options, single milestones. */
const further = shares({
  MILESTONE: 50,
  EQUITY: 15,
  OPTION_EXERCISE_FEE: 15,
  NEAR_TERM: 8,
  OTHER: 12,
});
const counts = shares({ 0: 5, 1: 10, 2: 17, 3: 34, 4: 18, 5: 9, 6: 5, 7: 2 });

const millions = [
  1, 2, 3, 5, 5, 8, 10, 10, 12, 15, 20, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200, 300, 500,
];
const categories = shares({ REGULATORY: 44, SALES: 28, DEVELOPMENT: 20, LAUNCH_REIMBURSEMENT: 8 });
const triggers = {
  REGULATORY: ["First approval in the territory", "Approval in Japan", "Acceptance of the filing"],
  SALES: ["Net sales of a year above a threshold", "First commercial sale"],
  DEVELOPMENT: ["First patient dosed in phase 2", "Start of phase 3", "Proof of concept"],
  LAUNCH_REIMBURSEMENT: ["Price listing and launch", "First reimbursement in Europe"],
};

/** Paths of a payment's life: its first state and its steps. Most never move. */
const lives = [
  ...Array(700).fill(["CONTINGENT"]),
  ...Array(60).fill(["UNKNOWN"]),
  ...Array(110).fill(["CONTINGENT", "TRIGGERED", "PAID"]),
  ...Array(44).fill(["CONTINGENT", "TRIGGERED"]),
  ...Array(24).fill(["CONTINGENT", "CANCELLED"]),
  ...Array(12).fill(["CONTINGENT", "TRIGGERED", "INVOICED"]),
  ...Array(12).fill(["UNKNOWN", "PAID"]),
  ...Array(10).fill(["CONTINGENT", "LAPSED"]),
  ...Array(8).fill(["CONTINGENT", "SUPERSEDED"]),
  ...Array(8).fill(["CONTINGENT", "TRIGGERED", "INVOICED", "PAID"]),
  ...Array(6).fill(["CONTINGENT", "WAIVED"]),
  ...Array(4).fill(["CONTINGENT", "TRIGGERED", "DISPUTED"]),
  ...Array(2).fill(["CONTINGENT", "TRIGGERED", "DISPUTED", "PAID"]),
];
const signatureLives = [
  ...Array(55).fill(["CONTINGENT", "TRIGGERED", "PAID"]),
  ...Array(15).fill(["CONTINGENT", "TRIGGERED"]),
  ...Array(10).fill(["UNKNOWN"]),
  ...Array(20).fill(["CONTINGENT"]),
];

function bounds(draws, disclosure, amount) {
  switch (disclosure) {
    case "EXACT":
    case "APPROX":
      return [amount, amount];
    case "UP_TO":
      return [null, amount];
    case "AT_LEAST":
      return [amount, null];
    case "RANGE":
      return [amount, amount * (2 + draws.below(3))];
    default:
      return [null, null];
  }
}

function kindsOf(draws, type, count) {
  if (count === 0) return [];
  const first = firstKind[type] ?? "UPFRONT";
  if (count === 1) return [draws.chance(600) ? first : "HEADLINE"];
  if (count === 2) return [first, "HEADLINE"];
  const middle = Array.from({ length: count - 3 }, () => draws.of(further));
  return [first, "MILESTONE_POOL", ...middle, "HEADLINE"];
}

/** One payment after another: { kind, disclosure, currency, min, max, category, … }; the headline is their sum. */
export function termsOf(draws, type) {
  const kinds = kindsOf(draws, type, Number(draws.of(counts)));
  const currency = draws.of(currencies);
  let total = 0;
  return kinds.map((kind, position) => {
    const own = kind !== "HEADLINE" && draws.chance(8) ? draws.of(currencies) : currency;
    const million = 1_000_000 * units[own];
    let amount = draws.of(millions) * million;
    if (kind === "MILESTONE_POOL") amount = (50 + 25 * draws.below(60)) * million;
    if (kind === "HEADLINE") amount = total + (total === 0 || draws.chance(300) ? amount : 0);
    else if (kind !== "MILESTONE" && own === currency) total += amount;
    const disclosure = draws.of(disclosures[kind] ?? disclosures.OTHER);
    const [min, max] = bounds(draws, disclosure, amount);
    return { kind, position, disclosure, currency: (min ?? max) ? own : null, min, max };
  });
}

/** The rows of one payment and of the steps of its life. */
export function writeTerm(copies, { deal, term, draws, day, at, pool, sourceId }) {
  const row = 100 + term.position;
  const id = deal.row(row);
  const milestone = term.kind === "MILESTONE" || term.kind === "NEAR_TERM";
  const category = milestone ? draws.of(categories) : null;
  const life =
    term.kind === "HEADLINE"
      ? ["CONTINGENT"]
      : draws.of(term.position === 0 ? signatureLives : lives);
  let latest = 0;
  const steps = life.slice(1).map((to, step) => {
    const isDated = draws.chance(800);
    // No step is dated before the one it follows.
    if (isDated) {
      latest = Math.max(latest, day + (term.position * 200 + draws.below(300)) * (step + 1));
    }
    const on = isDated ? exactDay(latest) : null;
    return { from: life[step], to, on: on ?? [null, null] };
  });
  const [stateOn, statePrecision] = steps.at(-1)?.on ?? [null, null];
  const [expectedOn, expected] =
    milestone && draws.chance(250) ? monthLater(day + draws.below(2500)) : [null, null];
  copies.row("payment_term", [
    ...[
      id,
      deal.id,
      term.kind,
      deal.taker,
      deal.giver,
      term.currency,
      term.min,
      term.max,
      term.disclosure,
    ],
    ...["t", term.kind === "MILESTONE" && draws.chance(600) ? pool : null],
    ...[
      term.kind === "MILESTONE_POOL" ? "COMBINED" : category,
      category && draws.of(triggers[category]),
    ],
    ...[expectedOn, expected, term.position, life[0], life.at(-1), stateOn, statePrecision, at],
  ]);
  steps.forEach(({ from, to, on }, step) => {
    const told = to === "PAID" && term.max !== null && draws.chance(600);
    copies.row("payment_event", [
      ...[deal.row(row + 100 * (step + 1)), id, step + 1, from, to, ...on],
      ...[told ? term.max : null, told ? term.currency : null, told ? "EXACT" : "NOT_RESEARCHED"],
      ...[null, sourceId, at],
    ]);
  });
}
