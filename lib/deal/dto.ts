import type { Prisma } from "@/prisma/generated/client";
import { dayColumns, fromColumns, toColumns } from "../day";
import { fromDay } from "../partial-date";
import {
  royaltyRow,
  royaltySelect,
  stepRows,
  termRow,
  termSelect,
  tierRows,
  toRoyalty,
  toTerm,
} from "../payment/dto";
import type { DealDoc } from "./schema";

const ordered = { orderBy: { position: "asc" } } as const;

export const dealDocSelect = {
  id: true,
  slug: true,
  version: true,
  title: true,
  type: true,
  structures: true,
  status: true,
  announcedOn: true,
  announcedPrecision: true,
  closedOn: true,
  closedPrecision: true,
  endedOn: true,
  endedPrecision: true,
  summary: true,
  tags: true,
  parties: { select: { id: true, companyId: true, signatory: true, role: true }, ...ordered },
  assets: {
    select: { id: true, assetId: true, stageAtSigning: true, indications: true },
    ...ordered,
  },
  grants: {
    select: {
      id: true,
      granteeId: true,
      rights: true,
      exclusivity: true,
      field: true,
      wording: true,
      territories: {
        select: { id: true, mode: true, code: true, wording: true, condition: true },
        ...ordered,
      },
    },
    ...ordered,
  },
  terms: { select: termSelect, ...ordered },
  royalties: { select: royaltySelect, ...ordered },
  events: {
    select: { id: true, kind: true, on: true, onPrecision: true, summary: true, sourceId: true },
    ...ordered,
  },
  linksTo: { select: { id: true, toDealId: true, kind: true, note: true }, ...ordered },
} satisfies Prisma.DealSelect;

export type DealDocRow = Prisma.DealGetPayload<{ select: typeof dealDocSelect }>;

export function toDealDoc(
  { announcedPrecision, closedPrecision, endedPrecision, linksTo, ...row }: DealDocRow,
  evidence: Pick<DealDoc, "sources" | "claims">,
): DealDoc {
  return {
    ...row,
    announcedOn: fromDay(row.announcedOn, announcedPrecision),
    closedOn: fromColumns(row.closedOn, closedPrecision),
    endedOn: fromColumns(row.endedOn, endedPrecision),
    terms: row.terms.map(toTerm),
    royalties: row.royalties.map(toRoyalty),
    events: row.events.map(({ onPrecision, ...event }) => ({
      ...event,
      on: fromColumns(event.on, onPrecision),
    })),
    links: linksTo,
    ...evidence,
  };
}

export function dealColumns(doc: DealDoc) {
  const { slug, title, type, structures, status, summary, tags } = doc;
  const announced = dayColumns(doc.announcedOn);
  const closed = toColumns(doc.closedOn);
  const ended = toColumns(doc.endedOn);
  return {
    ...{ slug, title, type, structures, status, summary, tags },
    announcedOn: announced.on,
    announcedPrecision: announced.precision,
    closedOn: closed.on,
    closedPrecision: closed.precision,
    endedOn: ended.on,
    endedPrecision: ended.precision,
  };
}

/** Every row below a deal, by table, in the order of the document. */
export function dealRows(doc: DealDoc) {
  const dealId = doc.id;
  const placed = <R extends object>(row: R, position: number) => ({ ...row, dealId, position });
  return {
    parties: doc.parties.map(placed),
    assets: doc.assets.map(placed),
    grants: doc.grants.map(({ territories: _, ...grant }, position) => placed(grant, position)),
    territories: doc.grants.flatMap(({ id, territories }) =>
      territories.map((territory, position) => ({ ...territory, grantId: id, position })),
    ),
    terms: doc.terms.map((term, position) => termRow(dealId, term, position)),
    royalties: doc.royalties.map((royalty, position) => royaltyRow(dealId, royalty, position)),
    tiers: doc.royalties.flatMap(tierRows),
    events: doc.events.map(({ on, ...event }, position) => {
      const day = toColumns(on);
      return placed({ ...event, on: day.on, onPrecision: day.precision }, position);
    }),
    links: doc.links.map((link, position) => ({ ...link, fromDealId: dealId, position })),
  };
}

export type DealRows = ReturnType<typeof dealRows>;

/** Rows for the payment steps that the document adds to what is stored. */
export function newStepRows(before: DealDoc | null, after: DealDoc) {
  const stored = new Map(before?.terms.map((term) => [term.id, term.steps]));
  return after.terms.flatMap(({ id, steps, initialState }) => {
    const done = stored.get(id)?.length ?? 0;
    return stepRows(id, steps.slice(done), steps[done - 1]?.to ?? initialState, done);
  });
}
