import { expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { restoreDealVersion, saveDeals } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { factsOf } from "@/lib/record/rules";
import { compareVersions, loadVersion, versionKnownOn } from "@/lib/record/version/queries";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

async function load(ctx: Ctx, id: string) {
  return is((await loadDealDocs(ctx, [id])).get(id));
}

/** A deal that was given a headline, and then another title without the summary and the upfront. */
async function threeVersions(ctx: Ctx) {
  const upfront = term({ kind: "UPFRONT", disclosure: "UNDISCLOSED" });
  const records = await someRecords(ctx);
  const [made] = await saveDeals(ctx, [
    licence(records, { summary: "As first logged", terms: [upfront] }),
  ]);
  const { id } = is(made);
  const first = await load(ctx, id);
  const headline = { kind: "HEADLINE", disclosure: "UP_TO", max: "100", currency: "USD" };
  const terms = [...first.terms, ...licence(records, { terms: [term(headline)] }).terms];
  await saveDeals(ctx, [{ ...first, terms }]);
  const second = await load(ctx, id);
  const last = { ...second, title: "Renamed", summary: null, terms: second.terms.slice(1) };
  await saveDeals(ctx, [last]);
  return { id, first, second, third: await load(ctx, id) };
}

test("each version reads as it was saved, and none beyond them", () =>
  rolledBack(analyst, async (ctx) => {
    const { first, second, third } = await threeVersions(ctx);
    const at = (version: number) => loadVersion(ctx, { noun: "DEAL", doc: third }, version);
    expect(await at(1)).toEqual(factsOf(first));
    expect(await at(2)).toEqual(factsOf(second));
    expect(await at(3)).toEqual(factsOf(third));
    expect(await at(4)).toBeNull();
    expect(await at(0)).toBeNull();
  }));

test("two versions are compared field by field, either way round", () =>
  rolledBack(analyst, async (ctx) => {
    const { third: doc } = await threeVersions(ctx);
    const forth = await compareVersions(ctx, { noun: "DEAL", doc }, { from: 2, to: 3 });
    const back = await compareVersions(ctx, { noun: "DEAL", doc }, { from: 3, to: 2 });
    const title = (changes: typeof forth) => changes?.find(({ path }) => path === "title");
    expect(title(forth)).toEqual({ path: "title", before: "NL-001 in Japan", after: "Renamed" });
    expect(title(back)).toEqual({ path: "title", before: "Renamed", after: "NL-001 in Japan" });
  }));

test("an old version that is restored is the newest, and differs from the old one in nothing", () =>
  rolledBack(analyst, async (ctx) => {
    const { id, first } = await threeVersions(ctx);
    await restoreDealVersion(ctx, { id, version: 3, to: 1 });
    const doc = await load(ctx, id);
    expect(doc.version).toBe(4);
    expect(factsOf(doc)).toEqual(factsOf(first));
    const difference = await compareVersions(ctx, { noun: "DEAL", doc }, { from: 1, to: 4 });
    expect(difference).toEqual([]);
  }));

test("a payment that moved since keeps its steps when an old version is restored", () =>
  rolledBack(analyst, async (ctx) => {
    const records = await someRecords(ctx);
    const [made] = await saveDeals(ctx, [licence(records, { terms: [term({ kind: "UPFRONT" })] })]);
    const first = await load(ctx, is(made).id);
    const step = { to: "PAID", on: "2025", actualDisclosure: "UNDISCLOSED" };
    const moved = licence(records, {
      terms: [{ ...term({ kind: "UPFRONT" }), initialState: "UNKNOWN", steps: [step] }],
    }).terms.map((paid) => ({ ...paid, id: is(first.terms[0]).id }));
    await saveDeals(ctx, [{ ...first, title: "Paid", terms: moved }]);
    await restoreDealVersion(ctx, { id: first.id, version: 2, to: 1 });
    const doc = await load(ctx, first.id);
    expect(doc.title).toBe(first.title);
    expect(doc.terms[0]?.steps.map(({ to }) => to)).toEqual(["PAID"]);
  }));

test("nothing is restored over somebody else's save, from a version that never was, or by a viewer", () =>
  rolledBack(analyst, async (ctx) => {
    const { id } = await threeVersions(ctx);
    await expect(restoreDealVersion(ctx, { id, version: 2, to: 1 })).rejects.toThrow(
      "Someone else saved this first",
    );
    await expect(restoreDealVersion(ctx, { id, version: 3, to: 9 })).rejects.toThrow(
      "Version not found",
    );
    const asViewer = { ...ctx, actor: viewer };
    await expect(restoreDealVersion(asViewer, { id, version: 3, to: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await load(ctx, id)).version).toBe(3);
  }));

test("what was known on a day is the newest version recorded until its end", () =>
  rolledBack(analyst, async (ctx) => {
    const { third: doc } = await threeVersions(ctx);
    const today = new Date().toISOString().slice(0, 10);
    expect(await versionKnownOn(ctx, { noun: "DEAL", doc }, today)).toBe(3);
    expect(await versionKnownOn(ctx, { noun: "DEAL", doc }, "2020-01-01")).toBeNull();
  }));
