import "server-only";
import * as z from "zod";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromColumns } from "../../day";
import { notFound } from "../../errors";
import { groupBy } from "../../group";
import { getSource } from "../../source/queries";
import type { ClaimedRow, Resting, RestingRecord, ToldStep } from "./dto";

/** A document and all that rests on it, deals first. NOT_FOUND for what is no id, too. */
export async function getSourceInsight(ctx: Ctx, id: string) {
  authorize(ctx.actor, "catalogue.read");
  if (!z.uuid().safeParse(id).success) throw notFound("Source");
  const [{ source, version, claims }, steps] = await Promise.all([
    getSource(ctx, id),
    toldSteps(ctx, id),
  ]);
  const [records, rows] = await Promise.all([
    recordsOf(ctx, [...claims.map(({ entityId }) => entityId), ...steps.keys()]),
    claimedRows(
      ctx,
      claims.map(({ field }) => field),
    ),
  ]);
  const claimsOf = groupBy(claims, ({ entityId }) => entityId);
  const resting = [...records].map(
    ([entityId, record]): Resting => ({
      record,
      claims: (claimsOf.get(entityId) ?? []).map(({ entity: _, entityId: __, ...claim }) => ({
        ...claim,
        row: rows.get(claim.field.split(".")[1] ?? "") ?? null,
      })),
      steps: steps.get(entityId) ?? [],
    }),
  );
  return { source, version, resting };
}

/** The records by id: deals, then companies, then assets, each by name. */
async function recordsOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RestingRecord>> {
  const where = { id: { in: [...new Set(ids)] } };
  const select = { id: true, slug: true, withdrawnAt: true } as const;
  const byName = { select: { ...select, name: true }, where, orderBy: { name: "asc" } } as const;
  const [deals, companies, assets] = await Promise.all([
    ctx.db.deal.findMany({ select: { ...select, title: true }, where, orderBy: { title: "asc" } }),
    ctx.db.company.findMany(byName),
    ctx.db.asset.findMany(byName),
  ]);
  const record = (
    noun: RestingRecord["noun"],
    row: { id: string; slug: string; withdrawnAt: Date | null },
    name: string,
  ): [string, RestingRecord] => [
    row.id,
    { noun, slug: row.slug, name, withdrawn: row.withdrawnAt !== null },
  ];
  return new Map([
    ...deals.map((deal) => record("DEAL", deal, deal.title)),
    ...companies.map((company) => record("COMPANY", company, company.name)),
    ...assets.map((asset) => record("ASSET", asset, asset.name)),
  ]);
}

/** What "terms.<id>" and "events.<id>" in claims stand for. */
async function claimedRows(
  ctx: Ctx,
  fields: readonly string[],
): Promise<ReadonlyMap<string, ClaimedRow>> {
  const idsIn = (list: string) =>
    fields.flatMap((field) => {
      const [head, id] = field.split(".");
      return head === list && z.uuid().safeParse(id).success ? (id ?? []) : [];
    });
  const [terms, events] = await Promise.all([
    ctx.db.paymentTerm.findMany({
      select: { id: true, kind: true, trigger: true },
      where: { id: { in: idsIn("terms") } },
    }),
    ctx.db.dealEvent.findMany({
      select: { id: true, kind: true },
      where: { id: { in: idsIn("events") } },
    }),
  ]);
  return new Map<string, ClaimedRow>([
    ...terms.map(({ id, ...term }) => [id, { list: "terms", ...term }] as const),
    ...events.map(({ id, kind }) => [id, { list: "events", kind }] as const),
  ]);
}

/** Steps of deals and payments that name the source, by deal. */
async function toldSteps(ctx: Ctx, sourceId: string): Promise<ReadonlyMap<string, ToldStep[]>> {
  const day = { id: true, on: true, onPrecision: true } as const;
  const [events, payments] = await Promise.all([
    ctx.db.dealEvent.findMany({
      select: { ...day, kind: true, summary: true, dealId: true },
      where: { sourceId },
      orderBy: [{ dealId: "asc" }, { position: "asc" }],
    }),
    ctx.db.paymentEvent.findMany({
      select: {
        ...day,
        toState: true,
        term: { select: { dealId: true, kind: true, trigger: true } },
      },
      where: { sourceId },
      orderBy: [{ termId: "asc" }, { seq: "asc" }],
    }),
  ]);
  const steps = [
    ...events.map(({ id, on, onPrecision, kind, summary, dealId }) => ({
      dealId,
      step: { id, on: fromColumns(on, onPrecision), what: { event: kind, summary } },
    })),
    ...payments.map(({ id, on, onPrecision, toState, term }) => ({
      dealId: term.dealId,
      step: {
        id,
        on: fromColumns(on, onPrecision),
        what: { state: toState, kind: term.kind, trigger: term.trigger },
      },
    })),
  ];
  const byDeal = groupBy(steps, ({ dealId }) => dealId);
  return new Map([...byDeal].map(([id, told]) => [id, told.map(({ step }) => step)]));
}
