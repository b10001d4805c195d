import { v7 as uuid } from "uuid";
import { endings, mayClose } from "@/lib/deal/event/rules";
import type { DealStatus } from "@/prisma/generated/enums";
import type { DealFields } from "./deal-fields";
import { blankStep, type TermFields } from "./term-fields";

type DealEvent = DealFields["events"][number];

/** What a person most often adds to a deal that is in the catalogue. */
export const happenings = ["AMENDED", "OPTION_EXERCISED", "OPTION_LAPSED", "TERMINATED"] as const;
export type Happening = (typeof happenings)[number];

const statusAfter: Partial<Record<DealEvent["kind"], DealStatus>> = {
  OPTION_EXERCISED: "OPTION_EXERCISED",
  OPTION_LAPSED: "OPTION_LAPSED",
  TERMINATED: "TERMINATED",
};

/** Kinds of events under which the form asks which payments they close. */
export function closesTerms(kind: DealEvent["kind"]): boolean {
  return endings.has(kind) || kind === "AMENDED" || kind === "TERRITORY_CHANGED";
}

/** The deal with a new event, its day still to be told, and what follows from it; all of it can be changed. */
export function happen(fields: DealFields, kind: Happening, summary: string): DealFields {
  const event: DealEvent = { id: uuid(), kind, on: null, summary, sourceId: null };
  return {
    ...fields,
    status: statusAfter[kind] ?? fields.status,
    events: [...fields.events, event],
    terms: fields.terms.map((term) => after(term, event)),
  };
}

function after(term: TermFields, { id, kind }: DealEvent): TermFields {
  if (standing(term) !== "CONTINGENT" || term.closedById !== null) return term;
  if (endings.has(kind)) return { ...term, closedById: id };
  if (kind !== "OPTION_EXERCISED" || term.kind !== "OPTION_EXERCISE_FEE") return term;
  // The step goes by its event's id, so that it follows the event's day.
  return { ...term, newSteps: [...term.newSteps, { ...blankStep("TRIGGERED"), id }] };
}

function standing({ newSteps, steps, initialState }: TermFields) {
  return (newSteps.at(-1) ?? steps.at(-1))?.to ?? initialState;
}

/** Whether an event may still close this payment on the form, or does. */
export function isOpenTo(term: TermFields, { id }: DealEvent): boolean {
  if (term.closedById !== null) return term.closedById === id;
  return term.openedById !== id && term.newSteps.length === 0 && mayClose(term);
}

/** The event on another day, and with it what happened by it. */
export function dated(fields: DealFields, { id, kind, on: was }: DealEvent, on: string) {
  const ends = endings.has(kind) && (!fields.endedOn || fields.endedOn === was);
  return {
    ...fields,
    endedOn: ends ? on : fields.endedOn,
    events: fields.events.map((event) => (event.id === id ? { ...event, on } : event)),
    terms: fields.terms.map((term) => ({
      ...term,
      newSteps: term.newSteps.map((step) => (step.id === id ? { ...step, on } : step)),
    })),
  };
}

/** What the event added is taken off again together with it. */
export function unhappened(fields: DealFields, id: string): DealFields {
  return {
    ...fields,
    events: fields.events.filter((event) => event.id !== id),
    terms: fields.terms.map((term) => ({
      ...term,
      closedById: term.closedById === id ? null : term.closedById,
      openedById: term.openedById === id ? null : term.openedById,
      newSteps: term.newSteps.filter((step) => step.id !== id),
    })),
  };
}

/** The payment as the amendment words it anew, right below the one that it closes. */
export function replaced(fields: DealFields, eventId: string, termId: string): DealFields {
  const terms = fields.terms.flatMap((term) => {
    if (term.id !== termId) return [term];
    const heir: TermFields = {
      ...{ ...term, id: uuid(), openedById: eventId, closedById: null },
      ...{ initialState: "CONTINGENT", steps: [], newSteps: [] },
    };
    return [{ ...term, closedById: eventId }, heir];
  });
  return { ...fields, terms };
}
