import { v7 as uuid } from "uuid";
import type { Finding, Proposal, Span } from "@/lib/intake/schema";
import type { Amount } from "@/lib/money/schema";
import type { ClaimInput, SourceInput } from "@/lib/source/schema";
import type { TermKind } from "@/prisma/generated/enums";
import { blankDeal, blankParty, type DealFields } from "../deal/form/deal-fields";
import { companiesOn } from "../deal/form/deal-input";
import { blankTerm, toTermFields } from "../deal/form/term-fields";
import { rangeText } from "../deal/form/typed-figures";

type Of<F extends Finding["field"]> = Extract<Proposal, { field: F }>;

const longestQuote = 480;

/**
 * A deal's form as the accepted proposals fill it: each becomes a field and a claim with the words it rests on,
 * from the one document that was pasted. What nothing was accepted for stays as on a blank form.
 */
export function toPrefilled(
  accepted: readonly Proposal[],
  { text, source }: { text: string; source: SourceInput },
): DealFields {
  const of = <F extends Finding["field"]>(field: F) =>
    accepted.filter((each): each is Of<F> => each.field === field);
  const blank = blankDeal();
  const parties = of("party").flatMap(({ company, role }) =>
    company.id === null ? [] : [{ ...blankParty(role), companyId: company.id }],
  );
  const payerId = companiesOn(parties, "taking")[0] ?? null;
  const payeeId = companiesOn(parties, "giving")[0] ?? null;
  const terms = of("term").map((found) => ({ found, term: toTerm(found, { payerId, payeeId }) }));
  const events = of("event").map((found) => ({
    found,
    event: toEvent(found, quoteOf(text, [found])),
  }));
  const on = (kind: string) => of("event").find((each) => each.kind === kind)?.on ?? null;
  const claims = [
    ...plain.flatMap(({ fields, claim, value }) => {
      const found = accepted.filter(({ field }) => fields.includes(field));
      return found.length === 0 ? [] : [{ field: claim, value: value(found), found }];
    }),
    ...terms.map(({ found, term }) => {
      const alone =
        terms.filter((each) => groupOf[each.found.kind] === groupOf[found.kind]).length === 1;
      const group = alone ? groupOf[found.kind] : undefined;
      return {
        field: group ?? `terms.${term.id}`,
        value: amountWords(found.amount),
        found: [found],
      };
    }),
    ...events.map(({ found, event }) => ({
      field: `events.${event.id}`,
      value: found.on,
      found: [found],
    })),
  ];
  return {
    ...blank,
    type: of("type")[0]?.type ?? blank.type,
    status: of("status")[0]?.status ?? blank.status,
    announcedOn: of("announcedOn")[0]?.on ?? "",
    closedOn: on("CLOSED"),
    endedOn: on("TERMINATED"),
    parties: parties.length > 0 ? parties : blank.parties,
    assets: toAssets(of("asset"), of("stage"), of("indication")),
    grants: of("territory").map((found) => toGrant(found, payerId, quoteOf(text, [found]))),
    terms: terms.map(({ term }) => term),
    royalties: of("royalty").map((found) => toRoyalty(found, { payerId, payeeId })),
    events: events.map(({ event }) => event),
    sources: [source],
    claims: claims.map(({ field, value, found }) =>
      toClaim(field, value, quoteOf(text, found), source.id),
    ),
  };
}

/** Fields whose proposals together make one claim. */
const plain: {
  fields: Finding["field"][];
  claim: string;
  value: (found: readonly Proposal[]) => string | null;
}[] = [
  {
    fields: ["type"],
    claim: "type",
    value: ([first]) => (first?.field === "type" ? first.type : null),
  },
  {
    fields: ["announcedOn"],
    claim: "announcedOn",
    value: ([first]) => (first?.field === "announcedOn" ? first.on : null),
  },
  { fields: ["party"], claim: "parties", value: () => null },
  { fields: ["asset"], claim: "assets", value: () => null },
  {
    fields: ["stage"],
    claim: "stageAtSigning",
    value: ([first]) => (first?.field === "stage" ? first.stage : null),
  },
  { fields: ["territory"], claim: "territory", value: () => null },
  {
    fields: ["royalty"],
    claim: "royalty",
    value: ([first]) => (first?.field === "royalty" ? first.wording : null),
  },
];

/** The word under which a source supports the only payment of a kind. */
const groupOf: Partial<Record<TermKind, string>> = {
  UPFRONT: "upfront",
  PURCHASE_PRICE: "upfront",
  EQUITY: "equity",
  MILESTONE_POOL: "milestones",
  NEAR_TERM: "milestones",
  HEADLINE: "headline",
};

function toTerm(
  { kind, category, amount }: Of<"term">,
  between: { payerId: string | null; payeeId: string | null },
) {
  const {
    amount: _,
    threshold: __,
    newSteps: ___,
    ...blank
  } = blankTerm(kind, { ...between, currency: amount.currency });
  return toTermFields({
    ...blank,
    ...amount,
    category,
    thresholdAmount: null,
    thresholdCurrency: null,
  });
}

function toEvent({ kind, on }: Of<"event">, summary: string): DealFields["events"][number] {
  return { id: uuid(), kind, on, summary, sourceId: null };
}

function toAssets(
  assets: readonly Of<"asset">[],
  stages: readonly Of<"stage">[],
  indications: readonly Of<"indication">[],
): DealFields["assets"] {
  return assets.flatMap(({ asset }, index) => {
    if (asset.id === null) return [];
    const said = index === 0 ? indications.map(({ indication }) => indication) : [];
    return [
      {
        id: uuid(),
        assetId: asset.id,
        stageAtSigning: stages[0]?.stage ?? "UNKNOWN",
        indications: said,
      },
    ];
  });
}

function toGrant(
  { include, exclude, exclusivity }: Of<"territory">,
  granteeId: string | null,
  wording: string,
): DealFields["grants"][number] {
  const place = (mode: "INCLUDE" | "EXCLUDE") => (code: string) => ({
    id: uuid(),
    mode,
    code,
    wording: null,
    condition: null,
  });
  const territories = [...include.map(place("INCLUDE")), ...exclude.map(place("EXCLUDE"))];
  return { id: uuid(), granteeId, rights: [], exclusivity, field: null, wording, territories };
}

function toRoyalty(
  { wording, rateMin, rateMax }: Of<"royalty">,
  between: { payerId: string | null; payeeId: string | null },
): DealFields["royalties"][number] {
  const rate = rangeText(rateMin, rateMax);
  const disclosure = rate === "" ? "UNDISCLOSED" : rateMin === rateMax ? "EXACT" : "RANGE";
  const tiers = rate === "" ? [] : [{ id: uuid(), salesFrom: "", salesTo: "", rate }];
  return { id: uuid(), ...between, base: null, wording, disclosure, inHeadline: false, tiers };
}

function toClaim(field: string, value: string | null, quote: string, sourceId: string): ClaimInput {
  return {
    id: uuid(),
    field,
    value,
    sourceId,
    quote,
    note: null,
    status: "ACCEPTED",
    reason: null,
  };
}

/** The sentences that hold the words, in the order of the text, on one line. */
function quoteOf(text: string, found: readonly Proposal[]): string {
  const words = [...found]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span }) => sentenceAt(text, span).replace(/\s+/g, " ").trim());
  return [...new Set(words)].join(" … ").slice(0, longestQuote);
}

const enough = 240;

/** The words with what stands around them, as far as the sentence or the line goes. */
function sentenceAt(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - enough), start);
  const after = text.slice(end, end + enough);
  const from = Math.max(
    ...[...before.matchAll(/[.!?](?=\s)|[。\n]/g)].map(({ index }) => index + 1),
    0,
  );
  const to = after.search(/[.!?](?=\s|$)|[。\n]/);
  return before.slice(from) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to + 1));
}

const lead: Partial<Record<Amount["disclosure"], string>> = {
  UP_TO: "up to ",
  AT_LEAST: "at least ",
  APPROX: "about ",
};

/** "up to USD 730000000", as claims word an amount. */
function amountWords({ disclosure, currency, min, max }: Amount): string {
  const figure = disclosure === "RANGE" ? `${min}–${max}` : (max ?? min);
  return `${lead[disclosure] ?? ""}${currency} ${figure}`;
}
