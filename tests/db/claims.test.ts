import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { addDealClaim, judgeDealClaim, saveDeals } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { listHistory } from "@/lib/history/queries";
import { claimAddition, claimJudgement } from "@/lib/record/claim/schema";
import { ensureSources } from "@/lib/source/commands";
import { sourceInput } from "@/lib/source/schema";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack } from "../support/rolled-back";

const release = source({ title: "The release", grade: "COMPANY_RELEASE" });
const magazine = source({ title: "The magazine", grade: "PRESS" });
const reason = "The release is the companies' own word";

function source(fields: object) {
  return sourceInput.parse({ id: uuid(), kind: "OTHER", ...fields });
}

function claim(sourceId: string, field: string, value: string | null, status = "PROPOSED") {
  return { id: uuid(), field, value, sourceId, quote: null, note: null, status, reason: null };
}

type Claim = ReturnType<typeof claim>;

/** A deal that says 2024-11, with these claims of the two documents. */
async function dealWith(ctx: Ctx, claims: Claim[], fields: object = {}) {
  const records = await someRecords(ctx);
  const said = { sources: [release, magazine], claims, ...fields };
  const [deal] = await saveDeals(ctx, [licence(records, said)]);
  return is(deal);
}

function judge(ctx: Ctx, deal: { id: string; version: number }, claimId: string, more: object) {
  const { id, version } = deal;
  return judgeDealClaim(ctx, claimJudgement.parse({ id, version, claimId, reason, ...more }));
}

async function stored(ctx: Ctx, { id }: { id: string }) {
  return is((await loadDealDocs(ctx, [id])).get(id));
}

describe("a claim that is accepted", () => {
  test("sets its field, rejects what differs, and tells history why, in one save", () =>
    rolledBack(analyst, async (ctx) => {
      const was = claim(magazine.id, "announcedOn", "2024-11-20", "ACCEPTED");
      const right = claim(release.id, "announcedOn", "2024-11-22");
      const deal = await dealWith(ctx, [was, right]);
      const saved = await judge(ctx, deal, right.id, { verdict: "ACCEPTED" });
      expect(saved).toMatchObject({ effect: "set", version: 2 });
      const doc = await stored(ctx, deal);
      expect(doc.announcedOn).toBe("2024-11-22");
      expect(doc.claims.map(({ status, reason: why }) => [status, why])).toEqual([
        ["REJECTED", reason],
        ["ACCEPTED", reason],
      ]);
      const { items } = await listHistory(ctx, { entity: "DEAL", entityId: deal.id });
      expect(items[0]).toMatchObject({ version: 2, reason });
      expect(items[0]?.changes).toContainEqual({
        path: "announcedOn",
        before: "2024-11",
        after: "2024-11-22",
      });
    }));

  test("may supersede what was true before, which is then no conflict", () =>
    rolledBack(analyst, async (ctx) => {
      const was = claim(release.id, "status", "ANNOUNCED", "ACCEPTED");
      const is = claim(magazine.id, "status", "TERMINATED");
      const deal = await dealWith(ctx, [was, is]);
      await judge(ctx, deal, is.id, { verdict: "ACCEPTED", others: "SUPERSEDED" });
      const [row] = await ctx.db.$queryRaw<{ has_conflict: boolean; status: string }[]>`
        SELECT has_conflict, status::text FROM deal_row WHERE id = ${deal.id}::uuid`;
      expect(row).toEqual({ has_conflict: false, status: "TERMINATED" });
    }));

  test("sets the one payment that it is about, in the words of its disclosure", () =>
    rolledBack(analyst, async (ctx) => {
      const pool = term({ kind: "MILESTONE_POOL" });
      const said = claim(release.id, "milestones", "up to USD 730000000");
      const deal = await dealWith(ctx, [said], { terms: [pool] });
      expect(await judge(ctx, deal, said.id, { verdict: "ACCEPTED" })).toMatchObject({
        effect: "set",
      });
      expect((await stored(ctx, deal)).terms[0]).toMatchObject({
        disclosure: "UP_TO",
        currency: "USD",
        min: null,
        max: "730000000",
      });
    }));

  test.each([
    ["announcedOn", "On the day of the congress"],
    ["milestones", "USD 5000000"],
    ["royalty", "low double digits"],
  ])("leaves %s to a person where its words are none of the field's", (field, value) =>
    rolledBack(analyst, async (ctx) => {
      const said = claim(release.id, field, value);
      const terms = [term({ kind: "MILESTONE" }), term({ kind: "MILESTONE" })];
      const deal = await dealWith(ctx, [said], { terms });
      const before = await stored(ctx, deal);
      expect(await judge(ctx, deal, said.id, { verdict: "ACCEPTED" })).toMatchObject({
        effect: "byHand",
      });
      const after = await stored(ctx, deal);
      expect(after).toEqual({
        ...before,
        version: 2,
        claims: [{ ...said, status: "ACCEPTED", reason }],
      });
    }),
  );

  test("keeps those that agree beside it, and only one accepted", () =>
    rolledBack(analyst, async (ctx) => {
      const first = claim(magazine.id, "announcedOn", "2024-11", "ACCEPTED");
      const better = claim(release.id, "announcedOn", "2024-11");
      const deal = await dealWith(ctx, [first, better]);
      expect(await judge(ctx, deal, better.id, { verdict: "ACCEPTED" })).toMatchObject({
        effect: "same",
      });
      expect((await stored(ctx, deal)).claims.map(({ status }) => status)).toEqual([
        "PROPOSED",
        "ACCEPTED",
      ]);
    }));

  test("is refused with the field named where its value breaks a rule, and nothing is written", () =>
    rolledBack(analyst, async (ctx) => {
      const partners = { role: "PARTNER" as const };
      const said = claim(release.id, "type", "LICENSE");
      const deal = await dealWith(ctx, [said], { type: "OTHER" });
      const doc = await stored(ctx, deal);
      const parties = doc.parties.map((party) => ({ ...party, ...partners }));
      const [saved] = await saveDeals(ctx, [{ ...doc, parties }]);
      await expect(judge(ctx, is(saved), said.id, { verdict: "ACCEPTED" })).rejects.toMatchObject({
        code: "INVALID",
        fields: [{ path: "parties" }],
      });
      expect(await stored(ctx, deal)).toMatchObject({ version: 2, type: "OTHER" });
    }));
});

test("a claim that is rejected leaves the field as it is; one that is withdrawn leaves the page", () =>
  rolledBack(analyst, async (ctx) => {
    const one = claim(release.id, "announcedOn", "2024-11", "ACCEPTED");
    const other = claim(magazine.id, "announcedOn", "2024-12");
    const deal = await dealWith(ctx, [one, other]);
    const rejected = await judge(ctx, deal, other.id, { verdict: "REJECTED" });
    expect((await stored(ctx, deal)).claims[1]).toMatchObject({ status: "REJECTED", reason });
    await judge(ctx, rejected, other.id, { verdict: "WITHDRAWN" });
    const doc = await stored(ctx, deal);
    expect([doc.announcedOn, doc.claims.map(({ id }) => id)]).toEqual(["2024-11", [one.id]]);
  }));

test("a judgement of a version that somebody saved over is a conflict", () =>
  rolledBack(analyst, async (ctx) => {
    const said = claim(release.id, "announcedOn", "2024-12");
    const deal = await dealWith(ctx, [said]);
    await judge(ctx, deal, said.id, { verdict: "REJECTED" });
    const late = judge(ctx, deal, said.id, { verdict: "ACCEPTED" });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  }));

describe("two accepted claims of a field", () => {
  const both = ["2024-11", "2024-12"].map((day) =>
    claim(release.id, "announcedOn", day, "ACCEPTED"),
  );

  test("are refused with the claim named", () =>
    rolledBack(analyst, async (ctx) => {
      await expect(dealWith(ctx, both)).rejects.toMatchObject({
        code: "INVALID",
        fields: [{ path: "claims.1.status", message: "Only one claim of a field can be accepted" }],
      });
    }));

  test("are refused by the database, whoever writes", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await dealWith(ctx, []);
      const rows = both.map(({ status: _, ...row }, position) => ({
        ...row,
        status: "ACCEPTED" as const,
        entity: "DEAL" as const,
        entityId: deal.id,
        position,
      }));
      await ensureSources(ctx, [release]);
      await expect(ctx.db.claim.createMany({ data: rows })).rejects.toThrow(/Unique constraint/);
    }));
});

describe("a claim that is added from the page", () => {
  const said = { field: "announcedOn", quote: null, note: null };
  const add = (ctx: Ctx, { id, version }: { id: string; version: number }, more: object) =>
    addDealClaim(ctx, claimAddition.parse({ id, version, ...said, ...more }));

  test("waits when it has a value, and is accepted when it only supports what nothing supports", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await dealWith(ctx, []);
      const paper = source({ title: "A paper", grade: "PRESS" });
      const one = await add(ctx, deal, { value: "2024-11-22", sourceId: null, source: paper });
      const two = await add(ctx, one, { value: null, sourceId: paper.id, source: null });
      expect(two.version).toBe(3);
      const doc = await stored(ctx, deal);
      expect(doc.announcedOn).toBe("2024-11");
      expect(doc.claims.map(({ status }) => status)).toEqual(["PROPOSED", "ACCEPTED"]);
      expect(doc.sources.map(({ title }) => title)).toEqual(["A paper"]);
    }));

  test("finds a document that is known by its address", () =>
    rolledBack(analyst, async (ctx) => {
      const url = `https://example.com/${uuid()}`;
      const deal = await dealWith(ctx, [], { sources: [source({ url, grade: "WIRE" })] });
      const again = source({ url, grade: "PRESS" });
      const one = await add(ctx, deal, { value: "2024", sourceId: null, source: again });
      const twice = source({ url, grade: "PRESS" });
      await expect(
        add(ctx, one, { value: "2024", sourceId: null, source: twice }),
      ).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "sourceId" }] });
      expect(await ctx.db.source.count({ where: { url } })).toBe(1);
    }));

  test("needs a source", () =>
    rolledBack(analyst, async (ctx) => {
      const deal = await dealWith(ctx, []);
      await expect(
        add(ctx, deal, { value: "2024", sourceId: null, source: null }),
      ).rejects.toMatchObject({ fields: [{ path: "sourceId" }] });
    }));
});
