import { lastDay, toDay } from "../../partial-date";
import { standingSteps } from "../../payment/term/rules";
import type { DealDoc } from "../schema";

type Dated = { on: string | null; sourceId: string | null };
type Published = ReadonlyMap<string, string | null>;

/**
 * The day by whose end something dated so had certainly happened: the last of its period, or before it that on which a
 * source tells of it; null when nobody says. The database's certain_from says the same.
 */
function certainFrom({ on, sourceId }: Dated, published: Published): string | null {
  const said = published.get(sourceId ?? "");
  const told = said ? lastDay(said) : null;
  if (on === null) return told;
  const [first, last] = [toDay(on).day, lastDay(on)];
  if (told === null || told >= last) return last;
  if (told <= first) return first;
  return told;
}

/**
 * A deal as it stood at the end of a day: what had certainly happened by then, and no more. Its status is the
 * caller's, for the database derives it.
 */
export function dealOn(doc: DealDoc, day: string, status: DealDoc["status"]): DealDoc {
  const published = new Map(doc.sources.map(({ id, publishedOn }) => [id, publishedOn]));
  const had = (dated: Dated) => {
    const from = certainFrom(dated, published);
    return from !== null && from <= day;
  };
  const events = doc.events.filter(had);
  const known = new Set(events.map(({ id }) => id));
  const terms = doc.terms.flatMap((term) => {
    const taken = standingSteps(term.steps);
    const steps = taken.slice(0, taken.findLastIndex(had) + 1);
    const isOpen = term.openedById === null || known.has(term.openedById) || steps.length > 0;
    const closedById = known.has(term.closedById ?? "") ? term.closedById : null;
    return isOpen ? [{ ...term, closedById, steps }] : [];
  });
  const by = (on: string | null) => (on !== null && lastDay(on) <= day ? on : null);
  const then = { ...doc, closedOn: by(doc.closedOn), endedOn: by(doc.endedOn) };
  return {
    ...then,
    status,
    events,
    terms,
    claims: claimsOf(doc, { ...then, status, events, terms }),
  };
}

/** The claims that are about what the deal then said. */
function claimsOf(doc: DealDoc, then: DealDoc): DealDoc["claims"] {
  const gone = new Set([
    ...missing(doc.terms, then.terms).map((id) => `terms.${id}`),
    ...missing(doc.events, then.events).map((id) => `events.${id}`),
    ...(["closedOn", "endedOn", "status"] as const).filter((field) => doc[field] !== then[field]),
  ]);
  return doc.claims.filter(({ field }) => !gone.has(field));
}

function missing(all: readonly { id: string }[], left: readonly { id: string }[]): string[] {
  const ids = new Set(left.map(({ id }) => id));
  return all.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
}
