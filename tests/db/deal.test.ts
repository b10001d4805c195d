import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import {
  purgeDeal,
  recordPaymentStep,
  restoreDeal,
  saveDeals,
  withdrawDeal,
} from "@/lib/deal/commands";
import { getDeal, loadDealDocs } from "@/lib/deal/queries";
import type { DealDoc } from "@/lib/deal/schema";
import { listHistory } from "@/lib/history/queries";
import { licence, someRecords, term } from "../support/deals";
import { admin, analyst, rolledBack, viewer } from "../support/rolled-back";

async function logged(ctx: Ctx, fields: object = {}): Promise<DealDoc> {
  const records = await someRecords(ctx);
  const [saved] = await saveDeals(ctx, [licence(records, fields)]);
  const doc = (await loadDealDocs(ctx, [saved?.id ?? ""])).get(saved?.id ?? "");
  if (!doc) throw new Error("the deal was saved");
  return doc;
}

function row(ctx: Ctx, id: string) {
  return ctx.db.dealRow.findUnique({ where: { id } });
}

async function history(ctx: Ctx, entityId: string) {
  const page = await listHistory(ctx, { entity: "DEAL", entityId });
  return page.items.map(({ action, actorName, version }) => ({ action, actorName, version }));
}

const usd = (amount: string) => ({
  currency: "USD",
  min: amount,
  max: amount,
  disclosure: "EXACT" as const,
});

describe("logging a deal", () => {
  test("puts it in the table, with its corridor and its month", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx, { terms: [term({ kind: "UPFRONT", ...usd("1000000") })] });
      expect(await row(ctx, deal.id)).toMatchObject({
        slug: "nl-001-in-japan",
        corridor: "CN → JP",
        announcedPrecision: "MONTH",
        upfrontDisclosure: "EXACT",
        currency: "USD",
        unverified: true,
      });
      expect(await history(ctx, deal.id)).toEqual([
        { action: "create", actorName: analyst.name, version: 1 },
      ]);
    }));

  test("is not for a viewer", () =>
    rolledBack(viewer, async (ctx) => {
      const records = await someRecords({ ...ctx, actor: analyst });
      await expect(saveDeals(ctx, [licence(records)])).rejects.toMatchObject({ code: "FORBIDDEN" });
    }));

  test("needs a giving and a taking side", () =>
    rolledBack(analyst, async (ctx) => {
      const records = await someRecords(ctx);
      const deal = licence(records);
      const partners = deal.parties.map((party) => ({ ...party, role: "PARTNER" as const }));
      await expect(saveDeals(ctx, [{ ...deal, parties: partners }])).rejects.toMatchObject({
        code: "INVALID",
        fields: [{ path: "parties" }],
      });
    }));

  test("refuses a payer who is no party", () =>
    rolledBack(analyst, async (ctx) => {
      const terms = [term({ kind: "UPFRONT", payerId: uuid() })];
      await expect(logged(ctx, { terms })).rejects.toMatchObject({
        fields: [{ path: "terms.0.payerId" }],
      });
    }));

  test("gives a second deal of the same title another address", () =>
    rolledBack(analyst, async (ctx) => {
      const records = await someRecords(ctx);
      const saved = await saveDeals(ctx, [licence(records), licence(records)]);
      expect(saved.map((deal) => deal.slug)).toEqual(["nl-001-in-japan", "nl-001-in-japan-2"]);
    }));
});

describe("changing a deal", () => {
  test("raises its version and records each field's old and new value", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx);
      await saveDeals(ctx, [{ ...deal, title: "NL-001 in Asia", status: "ACTIVE" }]);
      const { items } = await listHistory(ctx, { entity: "DEAL", entityId: deal.id });
      expect(items[0]).toMatchObject({ action: "update", version: 2 });
      expect(items[0]?.changes).toEqual([
        { path: "title", before: "NL-001 in Japan", after: "NL-001 in Asia" },
        { path: "status", before: "UNKNOWN", after: "ACTIVE" },
      ]);
      expect(await row(ctx, deal.id)).toMatchObject({ title: "NL-001 in Asia", version: 2 });
    }));

  test("that changes nothing keeps the version and writes no history", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx, {
        terms: [
          term({ kind: "UPFRONT", ...usd("1250000.5"), steps: [{ to: "TRIGGERED", on: "2024" }] }),
        ],
        royalties: [
          { id: uuid(), wording: "tiered", tiers: [{ id: uuid(), rateMin: "5", rateMax: "9.5" }] },
        ],
      });
      const [saved] = await saveDeals(ctx, [deal]);
      expect(saved).toMatchObject({ version: 1 });
      expect(await history(ctx, deal.id)).toHaveLength(1);
    }));

  test("from a stale version loses", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx);
      await saveDeals(ctx, [{ ...deal, status: "ACTIVE" }]);
      await expect(saveDeals(ctx, [{ ...deal, status: "EXPIRED" }])).rejects.toMatchObject({
        code: "CONFLICT",
      });
    }));

  test("can replace a pool together with what drew on it", () =>
    rolledBack(analyst, async (ctx) => {
      const pool = term({ kind: "MILESTONE_POOL" });
      const drawn = term({ kind: "MILESTONE", poolId: pool.id });
      const deal = await logged(ctx, { terms: [pool, drawn] });
      const terms = deal.terms.filter(({ id }) => id === drawn.id);
      await saveDeals(ctx, [{ ...deal, terms: terms.map((t) => ({ ...t, poolId: null })) }]);
      const now = (await loadDealDocs(ctx, [deal.id])).get(deal.id);
      expect(now?.terms.map(({ id, poolId }) => ({ id, poolId }))).toEqual([
        { id: drawn.id, poolId: null },
      ]);
    }));

  test("passes acceptance from one source's claim to another's", () =>
    rolledBack(analyst, async (ctx) => {
      const source = (title: string) => ({ id: uuid(), kind: "ARTICLE", title, grade: "PRESS" });
      const [first, second] = [source("A magazine"), source("The release")];
      const claim = (sourceId: string, value: string, status: string) => ({
        ...{ id: uuid(), field: "announcedOn", sourceId, value, status },
      });
      const deal = await logged(ctx, {
        sources: [first, second],
        claims: [claim(first.id, "2024-11", "ACCEPTED"), claim(second.id, "2024-10", "PROPOSED")],
      });
      expect(await row(ctx, deal.id)).toMatchObject({ hasConflict: true, unverified: false });
      const claims = deal.claims.map((c) => ({
        ...c,
        status: c.status === "ACCEPTED" ? ("REJECTED" as const) : ("ACCEPTED" as const),
      }));
      await saveDeals(ctx, [{ ...deal, claims }]);
      const now = (await loadDealDocs(ctx, [deal.id])).get(deal.id);
      expect(now?.claims.map((c) => c.status)).toEqual(["REJECTED", "ACCEPTED"]);
    }));
});

describe("a payment", () => {
  const steps = [{ to: "TRIGGERED", on: "2024-11-22" }];

  test("moves along its machine and counts as paid", () =>
    rolledBack(analyst, async (ctx) => {
      const upfront = term({ kind: "UPFRONT", ...usd("400000000") });
      const deal = await logged(ctx, { terms: [{ ...upfront, steps }] });
      expect(await row(ctx, deal.id)).toMatchObject({ paidToDate: null });
      await recordPaymentStep(ctx, {
        ...{ dealId: deal.id, version: 1, termId: upfront.id, from: "TRIGGERED", to: "PAID" },
        ...{ on: "2024-12", note: null, sourceId: null, sourceUrl: "https://example.com/paid" },
        ...{ actualAmount: null, actualCurrency: null, actualDisclosure: "NOT_RESEARCHED" },
        takesBack: false,
      });
      const paid = await row(ctx, deal.id);
      expect(paid?.paidToDate?.toFixed()).toBe("400000000");
      expect(paid?.triggeredToDate?.toFixed()).toBe("400000000");
      expect(paid?.sourceCount).toBe(1);
    }));

  test("refuses a step that the machine forbids", () =>
    rolledBack(analyst, async (ctx) => {
      const forbidden = [{ to: "PAID", on: "2024-11" }];
      const terms = [{ ...term({ kind: "UPFRONT" }), steps: forbidden }];
      await expect(logged(ctx, { terms })).rejects.toMatchObject({
        fields: [{ path: "terms.0.steps.0.to" }],
      });
    }));

  test("keeps its recorded steps when the deal is edited", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx, { terms: [{ ...term({ kind: "UPFRONT" }), steps }] });
      const without = deal.terms.map((t) => ({ ...t, steps: [], wording: "at signing" }));
      await saveDeals(ctx, [{ ...deal, terms: without }]);
      const now = (await loadDealDocs(ctx, [deal.id])).get(deal.id);
      expect(now?.terms[0]?.steps).toHaveLength(1);
      const rewritten = deal.terms.map((t) => ({
        ...t,
        steps: t.steps.map((step) => ({ ...step, on: "2020" })),
      }));
      await expect(
        saveDeals(ctx, [{ ...deal, version: 2, terms: rewritten }]),
      ).rejects.toMatchObject({ code: "INVALID" });
    }));
});

describe("a withdrawn deal", () => {
  test("leaves the table, keeps its address and comes back", () =>
    rolledBack(analyst, async (ctx) => {
      const { id, slug } = await logged(ctx);
      await withdrawDeal(ctx, { id, version: 1, reason: "Logged twice" });
      expect(await row(ctx, id)).toBeNull();
      expect(await getDeal(ctx, slug)).toMatchObject({ withdrawnReason: "Logged twice" });
      await restoreDeal(ctx, { id, version: 2 });
      expect(await row(ctx, id)).toMatchObject({ version: 3 });
    }));

  test("is purged by an administrator only, and leaves a tombstone", () =>
    rolledBack(admin, async (ctx) => {
      const { id, slug } = await logged(ctx);
      const purge = { id, version: 2, reason: "Not public" };
      await expect(purgeDeal(ctx, { ...purge, version: 1 })).rejects.toMatchObject({
        code: "CONFLICT",
      });
      await withdrawDeal(ctx, { id, version: 1, reason: "Logged twice" });
      await expect(purgeDeal({ ...ctx, actor: analyst }, purge)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await purgeDeal(ctx, purge);
      await expect(getDeal(ctx, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await history(ctx, id))[0]).toMatchObject({ action: "purge" });
    }));
});
