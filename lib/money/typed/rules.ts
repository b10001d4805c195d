import { typedAmount } from "../rules";
import type { Disclosure } from "../schema";

/** What a person typed of one payment, read: the bounds are plain decimal text, `problem` is a sentence for the field. */
export type TypedTerm = {
  /** What the words say of how it was disclosed; null when they say nothing. */
  disclosure: Disclosure | null;
  currency: string | null;
  low: string | null;
  /** The other end of a range. */
  high: string | null;
  problem: string | null;
};

const said: [RegExp, Disclosure][] = [
  [/^(undisclosed|not disclosed|非公表|非開示|未公表|未披露)$/i, "UNDISCLOSED"],
  [/^(none|なし|无)$/i, "NONE"],
];

const lead: [RegExp, Disclosure][] = [
  [/^(up to|maximum( of)?|max\.?|at most|≤|<=|最大で?|最高|上限|至多|不超过)\s*/i, "UP_TO"],
  [/^(at least|minimum( of)?|min\.?|more than|over|≥|>=|少なくとも|至少|超过)\s*/i, "AT_LEAST"],
  [/^(about|approximately|approx\.?|around|circa|ca\.|c\.|~|≈|約|约)\s*/i, "APPROX"],
];

const trail: [RegExp, Disclosure][] = [
  [/\s*(以内|以下)$/, "UP_TO"],
  [/\s*(以上|or more|\+)$/, "AT_LEAST"],
];

const nothing = { currency: null, low: null, high: null, problem: null };

/** "US$1.13bn", "up to $730m", "約4億円", "$5m–$10m", "undisclosed" → bounds, currency and what was said of them. */
export function typedTerm(text: string): TypedTerm {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return { disclosure: null, ...nothing };
  for (const [words, disclosure] of said) if (words.test(typed)) return { disclosure, ...nothing };
  const range = readRange(typed);
  if (range) return range;
  for (const [words, disclosure] of [...lead, ...trail]) {
    if (words.test(typed)) return { ...readOne(typed.replace(words, "")), disclosure };
  }
  return readOne(typed);
}

function readOne(text: string): TypedTerm {
  const { amount, currency, problem } = typedAmount(text);
  const missing = "Write an amount such as 1250000, 1,234, 400m or 4億";
  return {
    disclosure: null,
    currency,
    low: amount,
    high: null,
    problem: problem ?? (amount ? null : missing),
  };
}

/** "$5m–10m", "5億円〜10億円", "US$5 to 10 million": a lower bound without a unit has that of the upper one. */
function readRange(text: string): TypedTerm | null {
  const [, from = "", to = ""] =
    /^(?:from |between )?(.*\d.*?)\s*(?:-|–|—|~|〜|～| to | and |から|至|到)\s*(.*\d.*)$/i.exec(
      text,
    ) ?? [];
  if (!from || !to) return null;
  const unit = /\d$/.test(from) ? (/\d(\D*)$/.exec(to)?.[1] ?? "") : "";
  const [low, high] = [typedAmount(from + unit), typedAmount(to)];
  if (low.amount === null || high.amount === null) return null;
  if (low.currency && high.currency && low.currency !== high.currency) {
    return { ...nothing, disclosure: "RANGE", problem: "This amount names two currencies" };
  }
  return {
    disclosure: "RANGE",
    currency: low.currency ?? high.currency,
    low: low.amount,
    high: high.amount,
    problem: null,
  };
}
