import type { DealEventKind } from "@/prisma/generated/enums";
import type { FieldError } from "../../errors";
import { isBefore } from "../../partial-date";
import type { PaymentState } from "../../payment/rules";
import { stateOf } from "../../payment/term/rules";
import type { DealInput } from "../schema";

type Term = DealInput["terms"][number];
type DealEvent = DealInput["events"][number];

/** Events after which nothing more comes of what is still promised. */
export const endings: ReadonlySet<DealEventKind> = new Set<DealEventKind>([
  "OPTION_LAPSED",
  "TERMINATED",
  "EXPIRED",
]);

/** What becomes of a payment that an event closes before anything was due. */
export function closingState(kind: DealEventKind): "CANCELLED" | "SUPERSEDED" {
  return endings.has(kind) ? "CANCELLED" : "SUPERSEDED";
}

const waiting: ReadonlySet<PaymentState> = new Set<PaymentState>(["CONTINGENT", "UNKNOWN"]);

/** Whether an event can still end what a payment promises: what was due, paid or over stays what it was. */
export function mayClose(term: Pick<Term, "initialState" | "steps">): boolean {
  return waiting.has(stateOf(term));
}

/** The term after the event that closes it: one that still waits takes its last step, on the event's day. */
export function closed(term: Term, events: readonly DealEvent[]): Term {
  const by = events.find(({ id }) => id === term.closedById);
  if (!by || !mayClose(term)) return term;
  const step = {
    ...{ to: closingState(by.kind), on: by.on, sourceId: by.sourceId, note: null },
    ...{ actualAmount: null, actualCurrency: null, actualDisclosure: "NOT_RESEARCHED" as const },
    takesBack: false,
  };
  return { ...term, steps: [...term.steps, step] };
}

/** What is wrong with the order of events, and of the terms that they open and close, by field. */
export function happeningProblems(deal: DealInput): FieldError[] {
  return [...amendmentProblems(deal), ...lifeProblems(deal)];
}

function amendmentProblems({ events, announcedOn }: DealInput): FieldError[] {
  const signed = events.flatMap(({ kind, on }) => (kind === "SIGNED" && on ? [on] : []));
  const starts = [announcedOn, ...signed];
  return events.flatMap(({ kind, on }, index) =>
    kind === "AMENDED" && on !== null && starts.every((start) => isBefore(on, start))
      ? [{ path: `events.${index}.on`, message: "A deal cannot be amended before it is signed" }]
      : [],
  );
}

function lifeProblems({ terms, events }: DealInput): FieldError[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return terms.flatMap(({ openedById, closedById }, index) => {
    if (openedById === null || closedById === null) return [];
    const [opens, closes] = [byId.get(openedById)?.on, byId.get(closedById)?.on];
    const isWrong = openedById === closedById || (opens && closes && isBefore(closes, opens));
    const message = "A payment cannot be closed before it is opened";
    return isWrong ? [{ path: `terms.${index}.closedById`, message }] : [];
  });
}

/** A payment before and after the events that changed it; null before one was promised, and after one was closed. */
export type Amended = { signed: Term | null; now: Term | null; last: DealEvent };

type Happened = Pick<DealInput, "terms" | "events">;

/** What events made of the payments, "at signing" against "now": replaced by one of its kind, ended, or added. */
export function amendedTerms({ terms, events }: Happened): Amended[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const replaced = new Map<string, Term>();
  for (const term of terms) {
    const heir = terms.find((other) => !isTaken(replaced, other) && replaces(other, term));
    if (heir) replaced.set(term.id, heir);
  }
  const heirs = new Set([...replaced.values()].map(({ id }) => id));
  return terms.flatMap((first) => {
    if (heirs.has(first.id)) return [];
    let last = first;
    for (let next = replaced.get(last.id); next; next = replaced.get(last.id)) last = next;
    const event = byId.get(last.closedById ?? last.openedById ?? "");
    if (!event) return [];
    const signed = first.openedById === null ? first : null;
    return [{ signed, now: last.closedById === null ? last : null, last: event }];
  });
}

function isTaken(replaced: ReadonlyMap<string, Term>, term: Term): boolean {
  return [...replaced.values()].includes(term);
}

function replaces(heir: Term, term: Term): boolean {
  const sameKind = heir.kind === term.kind && heir.category === term.category;
  return term.closedById !== null && heir.openedById === term.closedById && sameKind;
}
