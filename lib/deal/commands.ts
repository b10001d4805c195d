import "server-only";
import { v7 as uuid } from "uuid";
import { authorize } from "../auth/rules";
import { type Ctx, inTransaction } from "../context";
import { AppError, invalidField } from "../errors";
import type { Json } from "../history/rules";
import type { PaymentStepInput, RecordStepInput } from "../payment/schema";
import { addClaim, type Claiming, judgeClaim } from "../record/claim/commands";
import type { ClaimAddition, ClaimJudgement } from "../record/claim/schema";
import {
  type Keeper,
  purgeRecord,
  restoreRecord,
  saveRecords,
  withdrawRecord,
} from "../record/commands";
import { type Pair, type Save, type Saved, staleVersion } from "../record/rules";
import type { RecordRef, WithdrawInput } from "../record/schema";
import { type Done, takeBackRecords } from "../record/undo/commands";
import { type Restoring, restoreVersion } from "../record/version/commands";
import type { RestoreVersionInput } from "../record/version/schema";
import { insertRows } from "../rows";
import { slugify } from "../slug";
import { withDealValue } from "./claim/rules";
import { dealColumns } from "./dto";
import { closed } from "./event/rules";
import { linksBehind } from "./family/queries";
import { circular, type Edge, isDirected } from "./family/rules";
import { assetsOfDeals } from "./overlap/queries";
import { loadDealDocs } from "./queries";
import { writeDealRows } from "./row/commands";
import { dealProblems, stands } from "./rules";
import { type DealDoc, type DealInput, dealInput } from "./schema";
import { keepOverlaps, keepWarnings } from "./warning/commands";

/** See `saveRecords`. INVALID, too, when a company, an asset or a linked deal does not exist. */
export function saveDeals(ctx: Ctx, inputs: readonly DealInput[]): Promise<Saved[]> {
  return saveRecords(ctx, keeper, inputs);
}

/** See `restoreVersion`. */
export function restoreDealVersion(ctx: Ctx, input: RestoreVersionInput): Promise<Saved[]> {
  return restoreVersion(ctx, restoring, input);
}

/** See `takeBackRecords`. */
export function takeBackDeals(ctx: Ctx, done: readonly Done[]): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const ids = done.map(({ id }) => id);
    // A deal that goes may have overlapped with others.
    const assets = await assetsOfDeals(ctx, ids);
    const count = await takeBackRecords(ctx, restoring, done);
    await keepOverlaps(ctx, assets);
    return count;
  });
}

/** See `judgeClaim`. */
export function judgeDealClaim(ctx: Ctx, input: ClaimJudgement) {
  return judgeClaim(ctx, claiming, input);
}

/** See `addClaim`. */
export function addDealClaim(ctx: Ctx, input: ClaimAddition): Promise<Saved> {
  return addClaim(ctx, claiming, input);
}

export function withdrawDeal(ctx: Ctx, input: WithdrawInput): Promise<void> {
  return thenOverlaps(ctx, input, (ctx) => withdrawRecord(ctx, keeper, input));
}

export function restoreDeal(ctx: Ctx, ref: RecordRef): Promise<void> {
  return thenOverlaps(ctx, ref, (ctx) => restoreRecord(ctx, keeper, ref));
}

/** A deal that comes or goes may begin or end an overlap of another one's grants. */
function thenOverlaps(ctx: Ctx, { id }: RecordRef, act: (ctx: Ctx) => Promise<void>) {
  return inTransaction(ctx, async (ctx) => {
    await act(ctx);
    await keepOverlaps(ctx, await assetsOfDeals(ctx, [id]));
  });
}

export function purgeDeal(ctx: Ctx, input: WithdrawInput): Promise<void> {
  return purgeRecord(ctx, keeper, input);
}

/**
 * Moves one payment along its state machine: a new step of the deal, saved like any other change of it.
 * CONFLICT when the deal or the payment has moved meanwhile, or the machine forbids the step.
 */
export async function recordPaymentStep(ctx: Ctx, input: RecordStepInput): Promise<Saved> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    const { dealId, version, termId, from, sourceUrl, ...step } = input;
    const doc = (await loadDealDocs(ctx, [dealId])).get(dealId);
    const term = doc?.terms.find(({ id }) => id === termId);
    if (!doc || !term) throw new AppError("NOT_FOUND", "Payment not found");
    if ((term.steps.at(-1)?.to ?? term.initialState) !== from) throw staleVersion();
    const { sources, sourceId } = withSource(doc, step.sourceId, sourceUrl);
    const moved = { ...term, steps: [...term.steps, { ...step, sourceId }] };
    const terms = doc.terms.map((other) => (other.id === termId ? moved : other));
    const [saved] = await saveDeals(ctx, [{ ...doc, version, sources, terms }]);
    if (!saved) throw new Error("one deal in, one deal out");
    return saved;
  });
}

/** A step's document is one of the deal's, or a new one known by its address only. */
function withSource(doc: DealDoc, sourceId: PaymentStepInput["sourceId"], url: string | null) {
  if (!url) return { sources: doc.sources, sourceId };
  const known = doc.sources.find((source) => source.url === url);
  if (known) return { sources: doc.sources, sourceId: known.id };
  const source = {
    id: uuid(),
    kind: "OTHER" as const,
    publisher: new URL(url).hostname,
    title: null,
    url,
    publishedOn: null,
    lang: null,
    grade: "PRESS" as const,
  };
  return { sources: [...doc.sources, source], sourceId: source.id };
}

/** The assets whose deals may overlap otherwise than before: what is new or changed in who holds what. */
function assetsTouched(saves: readonly Save<DealDoc>[]): string[] {
  const said = (doc: DealDoc | null) =>
    doc && JSON.stringify([doc.assets, doc.grants, doc.parties, stands(doc.status)]);
  const touched = saves.filter(({ before, after }) => said(before) !== said(after));
  return ids(
    touched.flatMap(({ before, after }) =>
      [...(before?.assets ?? []), ...after.assets].map(({ assetId }) => assetId),
    ),
  );
}

type DealPair = Pair<DealDoc, DealInput>;

const keeper: Keeper<DealDoc, DealInput> = {
  noun: "DEAL",
  label: "Deal",
  problems: dealProblems,
  load: loadDealDocs,
  async check(ctx, pairs) {
    await refuseUnknownReferences(ctx, pairs);
    await refuseCircles(ctx, pairs);
  },
  slugOf: (input) => slugify(input.title),
  complete,
  async insert(ctx, docs) {
    const data = docs.map((doc) => ({ id: doc.id, ...dealColumns(doc) }));
    await insertRows(ctx.db, "deal", data);
  },
  async update(ctx, doc, version) {
    const { count } = await ctx.db.deal.updateMany({
      where: { id: doc.id, version, withdrawnAt: null },
      data: { ...dealColumns(doc), version: doc.version },
    });
    return count;
  },
  async writeChildren(ctx, saves) {
    await writeDealRows(ctx, saves);
    await keepWarnings(
      ctx,
      saves.map(({ after }) => after),
    );
    await keepOverlaps(ctx, assetsTouched(saves));
  },
  async touch(ctx, { id, version, withdrawn }, data) {
    const withdrawnAt = withdrawn ? { not: null } : null;
    const { count } = await ctx.db.deal.updateMany({ where: { id, version, withdrawnAt }, data });
    return count;
  },
  async refuseIfUsed() {
    // A deal stands alone: links to it are no reason to keep it.
  },
  async withdrawnBelow(ctx, id) {
    const withdrawnAt = { not: null };
    const select = { name: true };
    const inDeal = { deals: { some: { dealId: id } } };
    const parties = { parties: { some: { dealId: id } } };
    const companies = await ctx.db.company.findMany({ select, where: { withdrawnAt, ...parties } });
    const assets = await ctx.db.asset.findMany({ select, where: { withdrawnAt, ...inDeal } });
    return [...companies, ...assets].map(({ name }) => name);
  },
  async remove(ctx, ids) {
    await ctx.db.deal.deleteMany({ where: { id: { in: [...ids] } } });
  },
  alsoDeals: (saves) =>
    saves.flatMap(({ before, after }) =>
      [...(before?.links ?? []), ...after.links].map((link) => link.toDealId),
    ),
};

const restoring: Restoring<DealDoc, DealInput> = {
  keeper,
  schema: dealInput,
  // What was paid was paid: a payment that is still there keeps the steps it took since.
  keep: (facts, current) => ({ ...facts, terms: keepSteps(facts.terms ?? [], current.terms) }),
};

const claiming: Claiming<DealDoc, DealInput> = {
  keeper,
  schema: dealInput,
  withValue: withDealValue,
};

function keepSteps(terms: Json, current: DealDoc["terms"]): Json {
  if (!Array.isArray(terms)) return terms;
  const taken = new Map(
    current.map(({ id, initialState, steps }) => [id, { initialState, steps }]),
  );
  return terms.map((term) => {
    if (typeof term !== "object" || term === null || Array.isArray(term)) return term;
    return { ...term, ...taken.get(String(term.id)) };
  });
}

/** Stored steps stay: the input may leave them out or repeat them, and add to them. */
function complete(
  input: DealInput,
  common: Pick<DealDoc, "id" | "slug" | "version" | "sources" | "claims">,
  before: DealDoc | null,
): DealDoc {
  const idOf = sourceIdMap(input, common);
  const stored = new Map(before?.terms.map((term) => [term.id, term]));
  const events = input.events.map((event) => ({ ...event, sourceId: idOf(event.sourceId) }));
  const steps = (list: PaymentStepInput[]) =>
    list.map((step) => ({ ...step, sourceId: idOf(step.sourceId) }));
  return {
    ...input,
    ...common,
    events,
    terms: input.terms.map((term, index) => {
      const kept = stored.get(term.id);
      if (!kept || kept.steps.length === 0) {
        return closed({ ...term, steps: steps(term.steps) }, events);
      }
      const all = term.steps.length === 0 ? kept.steps : steps(term.steps);
      const repeated = all.slice(0, kept.steps.length);
      if (JSON.stringify(repeated) !== JSON.stringify(kept.steps)) {
        throw invalidField(`terms.${index}.steps`, "Recorded payment steps cannot be changed");
      }
      return closed({ ...term, initialState: kept.initialState, steps: all }, events);
    }),
  };
}

/** From a source's id in the input to the one under which its document is stored. */
function sourceIdMap(input: DealInput, { sources }: Pick<DealDoc, "sources">) {
  const byUrl = new Map(sources.map((source) => [source.url, source.id]));
  const stored = new Set(sources.map((source) => source.id));
  const ids = new Map(
    input.sources.map(({ id, url }) => [id, stored.has(id) || !url ? id : (byUrl.get(url) ?? id)]),
  );
  return (id: string | null) => (id === null ? null : (ids.get(id) ?? id));
}

async function refuseUnknownReferences(ctx: Ctx, pairs: readonly DealPair[]) {
  const inputs = pairs.map(({ input }) => input);
  const saved = new Set(pairs.map(({ id }) => id));
  const companies = ids(inputs.flatMap((deal) => deal.parties.map((party) => party.companyId)));
  const assets = ids(inputs.flatMap((deal) => deal.assets.map((asset) => asset.assetId)));
  // A link that was there may lead to a deal that was withdrawn since.
  const linked = new Set(pairs.flatMap(({ before }) => before?.links.map((l) => l.toDealId) ?? []));
  const deals = ids(inputs.flatMap((deal) => deal.links.map((link) => link.toDealId))).filter(
    (id) => !saved.has(id) && !linked.has(id),
  );
  const live = (wanted: string[]) => ({ where: { id: { in: wanted }, withdrawnAt: null } });
  if ((await ctx.db.company.count(live(companies))) < companies.length) {
    throw invalidField("parties", "One of these companies does not exist");
  }
  if ((await ctx.db.asset.count(live(assets))) < assets.length) {
    throw invalidField("assets", "One of these assets does not exist");
  }
  if ((await ctx.db.deal.count(live(deals))) < deals.length) {
    throw invalidField("links", "One of these deals does not exist");
  }
}

/** Links of deals that are saved, together with those that are stored, lead back to nowhere. */
async function refuseCircles(ctx: Ctx, pairs: readonly DealPair[]) {
  const edges = pairs.flatMap(({ id, input }) => directed(id, input.links));
  const stored = new Set(pairs.flatMap(({ before }) => before?.links.map((link) => link.id) ?? []));
  if (edges.every(({ id }) => stored.has(id))) return;
  const wrong = circular([...edges, ...(await linksBehind(ctx, edges))]);
  const fields = pairs.flatMap(({ input }, at) =>
    input.links.flatMap(({ id }, index) => {
      const path = pairs.length > 1 ? `${at}.links.${index}` : `links.${index}`;
      const message = "This link would lead back to the deal it starts from";
      return wrong.has(id) ? [{ path: `${path}.toDealId`, message }] : [];
    }),
  );
  if (fields.length > 0) throw new AppError("INVALID", "Some fields need attention", { fields });
}

function directed(from: string, links: DealInput["links"]): Edge[] {
  return links.flatMap(({ id, kind, toDealId }) =>
    isDirected(kind) ? [{ id, from, to: toDealId }] : [],
  );
}

function ids(list: string[]): string[] {
  return [...new Set(list)];
}
