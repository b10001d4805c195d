import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { findDealFamily } from "@/lib/deal/family/queries";
import { loadDealDocs } from "@/lib/deal/queries";
import { listHistory } from "@/lib/history/queries";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack } from "../support/rolled-back";

const event = (kind: string, on: string | null) => ({ id: uuid(), kind, on, summary: kind });
const usd = (max: string) => ({ disclosure: "UP_TO", max, currency: "USD" });

async function logged(ctx: Ctx, fields: object = {}) {
  const [saved] = await saveDeals(ctx, [licence(await someRecords(ctx), fields)]);
  return is((await loadDealDocs(ctx, [is(saved).id])).get(is(saved).id));
}

const refused = (path: string) => ({
  code: "INVALID",
  fields: [expect.objectContaining({ path })],
});

describe("an amendment", () => {
  test("supersedes what it closes in the same save, and the table counts the new terms", () =>
    rolledBack(analyst, async (ctx) => {
      const pool = term({ kind: "MILESTONE_POOL", ...usd("3500000000") });
      const deal = await logged(ctx, { terms: [pool] });
      const amended = event("AMENDED", "2025-02-01");
      const heir = term({ kind: "MILESTONE_POOL", ...usd("2720000000"), openedById: amended.id });
      const input = licence(await someRecords(ctx), { events: [amended], terms: [heir] });
      const terms = [...deal.terms.map((t) => ({ ...t, closedById: amended.id })), ...input.terms];
      await saveDeals(ctx, [{ ...deal, events: input.events, terms }]);
      const now = is((await loadDealDocs(ctx, [deal.id])).get(deal.id));
      expect(now.terms.map(({ steps }) => steps.map(({ to, on }) => [to, on]))).toEqual([
        [["SUPERSEDED", "2025-02-01"]],
        [],
      ]);
      const row = await ctx.db.dealRow.findUnique({ where: { id: deal.id } });
      expect(row?.milestonesTotalMax?.toFixed()).toBe("2720000000");
    }));

  test("is refused before the deal is signed, and nothing is written", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await logged(ctx);
      const { events } = licence(await someRecords(ctx), { events: [event("AMENDED", "2023")] });
      await expect(saveDeals(ctx, [{ ...deal, events }])).rejects.toMatchObject(
        refused("events.0.on"),
      );
      expect((await listHistory(ctx, { entity: "DEAL", entityId: deal.id })).items).toHaveLength(1);
    }));

  test("may come between the signing and a later announcement", () =>
    rolledBack(analyst, async (ctx) => {
      const events = [event("SIGNED", "2024-01"), event("AMENDED", "2024-03")];
      expect((await logged(ctx, { events })).events).toHaveLength(2);
    }));
});

test("a payment is not closed by an event earlier than the one that opened it, nor by the same", () =>
  rolledBack(analyst, async (ctx) => {
    const [late, early] = [event("AMENDED", "2025-06"), event("AMENDED", "2025-02")];
    const events = [late, early];
    const between = (openedById: string, closedById: string) => ({
      terms: [term({ kind: "MILESTONE", openedById, closedById })],
      events,
    });
    await expect(logged(ctx, between(late.id, early.id))).rejects.toMatchObject(
      refused("terms.0.closedById"),
    );
    await expect(logged(ctx, between(late.id, late.id))).rejects.toMatchObject(
      refused("terms.0.closedById"),
    );
  }));

test("a payment is paid before it was triggered only with a reason", () =>
  rolledBack(analyst, async (ctx) => {
    const paid = { to: "PAID", on: "2024-12-01" };
    const steps = [{ to: "TRIGGERED", on: "2025-01" }, paid];
    const upfront = (told: object[]) => ({ terms: [term({ kind: "UPFRONT", steps: told })] });
    await expect(logged(ctx, upfront(steps))).rejects.toMatchObject(
      refused("terms.0.steps.1.note"),
    );
    const advance = [
      { to: "TRIGGERED", on: "2025-01" },
      { ...paid, note: "Paid in advance" },
    ];
    expect((await logged(ctx, upfront(advance))).terms).toHaveLength(1);
    // A month may hold the earlier day.
    const vague = [
      { to: "TRIGGERED", on: "2025-01-17" },
      { to: "PAID", on: "2025-01" },
    ];
    expect((await logged(ctx, upfront(vague))).terms).toHaveLength(1);
  }));

describe("links", () => {
  const link = (toDealId: string, kind = "AMENDS") => ({ id: uuid(), toDealId, kind });

  async function chain(ctx: Ctx) {
    const first = await logged(ctx);
    const second = await logged(ctx, { links: [link(first.id)] });
    const third = await logged(ctx, { links: [link(second.id, "FOLLOWS")] });
    return { first, second, third };
  }

  async function linked(ctx: Ctx, links: object[]) {
    return licence(await someRecords(ctx), { links }).links;
  }

  test("are refused where they lead back, over other deals too", () =>
    rolledBack(analyst, async (ctx) => {
      const { first, second, third } = await chain(ctx);
      for (const { id } of [second, third]) {
        const links = await linked(ctx, [link(id)]);
        await expect(saveDeals(ctx, [{ ...first, links }])).rejects.toMatchObject(
          refused("links.0.toDealId"),
        );
      }
      const self = await linked(ctx, [link(first.id)]);
      await expect(saveDeals(ctx, [{ ...first, links: self }])).rejects.toMatchObject({
        code: "INVALID",
      });
    }));

  test("between deals of one transaction may lead both ways", () =>
    rolledBack(analyst, async (ctx) => {
      const { first, second } = await chain(ctx);
      const links = await linked(ctx, [link(second.id, "SAME_TRANSACTION")]);
      expect(await saveDeals(ctx, [{ ...first, links }])).toHaveLength(1);
    }));

  test("of deals saved together are seen together", () =>
    rolledBack(analyst, async (ctx) => {
      const records = await someRecords(ctx);
      const [a, b] = [uuid(), uuid()];
      const circle = [
        { ...licence(records, { links: [link(b)] }), id: a },
        { ...licence(records, { links: [link(a)] }), id: b },
      ];
      await expect(saveDeals(ctx, circle)).rejects.toMatchObject({
        fields: [{ path: "0.links.0.toDealId" }, { path: "1.links.0.toDealId" }],
      });
    }));

  test("make a family of all that they join, whichever deal is asked", () =>
    rolledBack(analyst, async (ctx) => {
      const { first, second, third } = await chain(ctx);
      const all = [first.id, second.id, third.id].sort();
      for (const id of all) {
        const family = is(await findDealFamily(ctx, id, null));
        expect(family.members.map((member) => member.id).sort()).toEqual(all);
        expect(family.links).toHaveLength(2);
      }
      expect(await findDealFamily(ctx, (await logged(ctx)).id, null)).toBeNull();
    }));
});
