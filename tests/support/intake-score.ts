import type { Proposal } from "@/lib/intake/schema";
import type { Amount } from "@/lib/money/schema";
import { territoryOf } from "@/lib/territory/rules";
import type { Announcement } from "./announcements";

type Read = { field: string; found: string[]; wanted: string[] };

export function amountWord({ disclosure, currency, min, max }: Amount): string {
  return `${disclosure} ${currency} ${disclosure === "RANGE" ? `${min}-${max}` : (max ?? min)}`;
}

/** What was proposed and what is right, as comparable words, field by field. */
export function compared({ expected }: Announcement, proposals: readonly Proposal[]): Read[] {
  const parties = proposals.flatMap((each) =>
    each.field === "party" && !expected.maybeParties.includes(each.company.id ?? "") ? [each] : [],
  );
  const nameOf = ({ id, name }: { id: string | null; name: string }) => id ?? `new:${name}`;
  const terms = (...kinds: string[]) =>
    proposals.flatMap((each) =>
      each.field === "term" && kinds.includes(each.kind) ? [amountWord(each.amount)] : [],
    );
  const pools = proposals.flatMap((each) =>
    each.field === "term" && each.kind === "MILESTONE_POOL"
      ? [`${each.category} ${amountWord(each.amount)}`]
      : [],
  );
  const of = <F extends Proposal["field"]>(field: F) =>
    proposals.filter((each): each is Extract<Proposal, { field: F }> => each.field === field);
  const events = (kind: string) =>
    of("event").flatMap((each) => (each.kind === kind ? [each.on ?? ""] : []));
  const one = (value: string | null) => (value === null ? [] : [value]);
  const territory = of("territory").map(({ include, exclude }) => place(include, exclude));
  const told = (list: readonly string[], found: string[]) => (list.length > 0 ? found : []);
  return [
    {
      field: "parties",
      found: parties.map((each) => nameOf(each.company)),
      wanted: Object.keys(expected.parties),
    },
    {
      field: "roles",
      found: parties.map((each) => `${nameOf(each.company)} ${each.role}`),
      wanted: Object.entries(expected.parties).map(([slug, role]) => `${slug} ${role}`),
    },
    {
      field: "announced",
      found: of("announcedOn").map(({ on }) => on),
      wanted: [expected.announcedOn],
    },
    { field: "upfront", found: terms("UPFRONT"), wanted: one(expected.upfront) },
    { field: "headline", found: terms("HEADLINE"), wanted: one(expected.headline) },
    { field: "purchase price", found: terms("PURCHASE_PRICE"), wanted: one(expected.purchase) },
    { field: "equity", found: terms("EQUITY"), wanted: one(expected.equity) },
    { field: "near-term", found: terms("NEAR_TERM"), wanted: one(expected.nearTerm) },
    {
      field: "option fees",
      found: terms("OPTION_FEE", "OPTION_EXERCISE_FEE"),
      wanted: one(expected.optionFee),
    },
    { field: "milestones", found: pools, wanted: expected.milestones },
    {
      field: "royalty",
      found: of("royalty").map(() => "yes"),
      wanted: expected.royalty ? ["yes"] : [],
    },
    { field: "type", found: of("type").map(({ type }) => type), wanted: [expected.type] },
    {
      field: "assets",
      found: expected.assetsNamed ? of("asset").map(({ asset }) => nameOf(asset)) : [],
      wanted: expected.assetsNamed ? expected.assets : [],
    },
    {
      field: "territory",
      found: expected.include ? territory : [],
      wanted: expected.include ? [place(expected.include, expected.exclude)] : [],
    },
    {
      field: "stage",
      found: expected.stage ? of("stage").map(({ stage }) => stage) : [],
      wanted: one(expected.stage),
    },
    {
      field: "modality",
      found: expected.modality ? of("modality").map(({ modality }) => modality) : [],
      wanted: one(expected.modality),
    },
    {
      field: "targets",
      found: told(
        expected.targets,
        of("target").map(({ target }) => target),
      ),
      wanted: expected.targets,
    },
    {
      field: "indications",
      found: told(
        expected.indications,
        of("indication").map(({ indication }) => indication),
      ),
      wanted: expected.indications,
    },
    { field: "signed", found: events("SIGNED"), wanted: one(expected.signedOn) },
    { field: "closed", found: events("CLOSED"), wanted: one(expected.closedOn) },
    {
      field: "event",
      found: of("event").flatMap(({ kind }) =>
        kind === "SIGNED" || kind === "CLOSED" ? [] : [kind],
      ),
      wanted: one(expected.event),
    },
  ];
}

/** Two wordings of one territory are equal: "Greater China" is its four places. */
function place(include: readonly string[], exclude: readonly string[]): string {
  const { countries } = territoryOf({ include, exclude });
  return [...countries].sort().join("+");
}

export type Score = { field: string; right: number; found: number; wanted: number };

/** Right proposals among the found (precision) and among the wanted (recall), by field, over all texts. */
export function scored(reads: readonly Read[]): Score[] {
  const scores = new Map<string, Score>();
  for (const { field, found, wanted } of reads) {
    const score = scores.get(field) ?? { field, right: 0, found: 0, wanted: 0 };
    score.right += found.filter((each) => wanted.includes(each)).length;
    score.found += found.length;
    score.wanted += wanted.length;
    scores.set(field, score);
  }
  return [...scores.values()];
}
