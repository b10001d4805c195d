import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import type { DealEdit } from "@/lib/deal/edit/schema";
import type { DealDoc } from "@/lib/deal/schema";
import { openTestDatabases } from "../../scripts/lib/test-databases.mjs";
import { is } from "../support/is";

let close = async () => {};

/** The lists see what is committed, and history stays: these tests have a database of their own. */
async function rooms() {
  const databases = await openTestDatabases();
  close = databases.stop;
  process.env.DATABASE_URL = (await databases.fresh("empty")).url;
  process.env.DATABASE_POOL = "8";
  const [{ db }, { sql }, ...modules] = await Promise.all([
    import("@/lib/db"),
    import("@/lib/sql"),
    import("@/lib/bulk/commands"),
    import("@/lib/bulk/queries"),
    import("@/lib/bulk/rules"),
    import("@/lib/bulk/schema"),
    import("@/lib/deal/commands"),
    import("@/lib/deal/queries"),
    import("@/lib/history/queries"),
    import("@/lib/input"),
    import("../support/deals"),
    import("../support/people"),
  ]);
  close = async () => {
    await Promise.all([db.$disconnect(), sql.end()]);
    await databases.stop();
  };
  const [bulk, queries, rules, schema, deals, docs, history, input, made, people] = modules;
  return {
    sql,
    ...{ ...bulk, ...queries, ...rules, ...schema, ...deals },
    ...{ ...docs, ...history, ...input, ...made, ...people },
  };
}

let room: Awaited<ReturnType<typeof rooms>>;
let analyst: Ctx;
let other: Ctx;
let records: Awaited<ReturnType<(typeof room)["someRecords"]>>;
beforeAll(async () => {
  room = await rooms();
  analyst = room.actingAs(await room.somebody({ role: "ANALYST" }), "ANALYST");
  other = room.actingAs(await room.somebody({ role: "ANALYST" }), "ANALYST");
  records = await room.someRecords(room.operator);
}, 120_000);
afterAll(() => close());

/** A tag of the test's own keeps its deals apart from the others'. */
let mark = "";
beforeEach(() => {
  mark = uuid();
});

async function logged(...fields: object[]): Promise<DealDoc[]> {
  const inputs = fields.map((one) =>
    room.licence(records, { tags: [mark], status: "ANNOUNCED", ...one }),
  );
  const saved = await room.saveDeals(room.operator, inputs);
  const docs = await room.loadDealDocs(
    room.operator,
    saved.map(({ id }) => id),
  );
  return saved.map(({ id }) => is(docs.get(id)));
}

async function now({ id }: { id: string }): Promise<DealDoc> {
  return is((await room.loadDealDocs(room.operator, [id])).get(id));
}

const picked = (docs: readonly DealDoc[]) => ({
  kind: "ids" as const,
  ids: docs.map(({ id }) => id),
});

const preview = (docs: readonly DealDoc[], edit: DealEdit, ctx = analyst) =>
  room.previewBatch(ctx, { selection: picked(docs), edit });

async function apply(docs: readonly DealDoc[], edit: DealEdit) {
  return room.applyBatch(analyst, await preview(docs, edit));
}

const active: DealEdit = { kind: "status", to: "ACTIVE" };

function release(): Extract<DealEdit, { kind: "addSource" }> {
  const source = {
    ...{ id: uuid(), kind: "RELEASE" as const, grade: "COMPANY_RELEASE" as const },
    ...{ publisher: "Northern Labs", title: "A release", url: `https://example.com/${uuid()}` },
    ...{ publishedOn: "2024-11-22", lang: null },
  };
  return { kind: "addSource", source, fields: ["announcedOn", "parties", "upfront"] };
}

const figure = () =>
  room.term({ kind: "UPFRONT", disclosure: "EXACT", min: "5", max: "5", currency: "USD" });

describe("a preview", () => {
  test("counts what will change, what is so already and what a rule keeps back", async () => {
    const partners = [
      { id: uuid(), companyId: records.licensor.id, role: "PARTNER" },
      { id: uuid(), companyId: records.licensee.id, role: "PARTNER" },
    ];
    const docs = await logged(
      { title: "One", type: "CO_DEVELOPMENT" },
      { title: "Two", type: "CO_DEVELOPMENT" },
      { title: "Three", type: "LICENSE" },
      { title: "Four", type: "CO_DEVELOPMENT", parties: partners },
    );
    const { tally, total, state } = await preview(docs, { kind: "type", to: "LICENSE" });
    expect({ total, state, change: tally.change.count, same: tally.same.count }).toEqual({
      ...{ total: 4, state: "previewed", change: 2, same: 1 },
    });
    expect(tally.skipped).toMatchObject({
      needsBothSides: { count: 1, deals: [{ title: "Four" }] },
    });
    expect((await now(is(docs[0]))).type).toBe("CO_DEVELOPMENT");
  });

  test("tells of the warnings that a save would raise, and only of fresh ones", async () => {
    const docs = await logged({ closedOn: "2020" }, { closedOn: null });
    const { tally } = await preview(docs, { kind: "closedOn", to: "2023-Q4" });
    expect(tally.change.count).toBe(2);
    expect(tally.warned).toMatchObject({ closedBeforeAnnounced: { count: 1 } });
  });

  test("of what a query lets through finds it on the server, by the list's own filter", async () => {
    const docs = await logged({ title: `Q${mark} one` }, { title: `Q${mark} two` }, {});
    const query = `?q=Q${mark}&sort=title`;
    const selection = { kind: "matching" as const, query, count: 7 };
    const batch = await room.previewBatch(analyst, { selection, edit: active });
    expect(batch.tally.change.count).toBe(2);
    await room.applyBatch(analyst, batch);
    const after = await Promise.all(docs.map(now));
    expect(after.map(({ status }) => status)).toEqual(["ACTIVE", "ACTIVE", "ANNOUNCED"]);
  });

  test("refuses a query that has a problem rather than changing more than was meant", async () => {
    const selection = { kind: "matching" as const, query: "status=OPEN", count: 1 };
    await expect(room.previewBatch(analyst, { selection, edit: active })).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "status" }],
    });
  });
});

describe("an edit of many", () => {
  const edits: [string, DealEdit, (doc: DealDoc) => Partial<DealDoc>][] = [
    ["status", active, () => ({ status: "ACTIVE" })],
    ["type", { kind: "type", to: "OPTION" }, () => ({ type: "OPTION" })],
    ["closing", { kind: "closedOn", to: "2025-H1" }, () => ({ closedOn: "2025-H1" })],
    ["end", { kind: "endedOn", to: null }, () => ({ endedOn: null })],
    ["new tag", { kind: "addTag", tag: "旗艦" }, (doc) => ({ tags: [...doc.tags, "旗艦"] })],
    ["lost tag", { kind: "removeTag", tag: "old" }, () => ({ tags: [mark] })],
  ];
  test.each(edits)(
    "of the %s writes what a save of each would, history and all",
    async (_, edit, by) => {
      const fields = { tags: [mark, "old"], endedOn: "2024-11-22" };
      const [bulk, saved] = await logged(fields, fields);
      await apply([is(bulk)], edit);
      const doc = is(saved);
      await room.saveDeals(analyst, [{ ...doc, ...by(doc) }]);
      const facts = ({ id, slug, parties, assets, ...rest }: DealDoc) => rest;
      expect(facts(await now(is(bulk)))).toEqual(facts(await now(doc)));
      const said = async ({ id }: DealDoc) => {
        const [entry] = (await room.listHistory(analyst, { entity: "DEAL", entityId: id })).items;
        const { action, version, changes, via, actorName } = is(entry);
        return { action, version, changes, via, actorName };
      };
      expect(await said(is(bulk))).toEqual(await said(doc));
    },
  );

  test("lets a source support what each deal says, accepted where nothing else is", async () => {
    const edit = release();
    const [plain, sourced] = await logged({}, {});
    const first = { ...release(), fields: ["parties" as const] };
    await apply([is(sourced)], first);
    const batch = await apply([is(plain), is(sourced)], edit);
    expect(batch.tally.change.count).toBe(2);
    const claims = async (doc: DealDoc | undefined) =>
      (await now(is(doc))).claims.map(({ field, status, sourceId }) => [field, status, sourceId]);
    expect(await claims(plain)).toEqual([
      ["announcedOn", "ACCEPTED", edit.source.id],
      ["parties", "ACCEPTED", edit.source.id],
    ]);
    expect(await claims(sourced)).toEqual([
      ["parties", "ACCEPTED", first.source.id],
      ["announcedOn", "ACCEPTED", edit.source.id],
      ["parties", "PROPOSED", edit.source.id],
    ]);
    const again = await preview([is(plain), is(sourced)], {
      ...edit,
      source: { ...edit.source, id: uuid() },
    });
    expect(again.tally).toMatchObject({ change: { count: 0 }, same: { count: 2 } });
  });

  test("takes the doubt from a figure that gets a source", async () => {
    const docs = await logged({ terms: [figure()] });
    const doubts = () =>
      analyst.db.dealWarning.count({
        where: { dealId: is(docs[0]).id, code: "figureWithoutSource" },
      });
    expect(await doubts()).toBe(1);
    const batch = await apply(docs, release());
    expect(await doubts()).toBe(0);
    await room.undoBatch(analyst, batch);
    expect(await doubts()).toBe(1);
  });

  test("skips and reports a deal that somebody changed after the preview", async () => {
    const docs = await logged({ title: "Mine" }, { title: "Theirs" }, { title: "Withdrawn" });
    const batch = await preview(docs, active);
    const [, theirs, gone] = docs;
    await room.saveDeals(other, [{ ...is(theirs), summary: "Read in between" }]);
    await room.withdrawDeal(other, { ...is(gone), reason: "A duplicate" });
    const { tally, state, done } = await room.applyBatch(analyst, batch);
    expect({ state, done, changed: tally.change.count }).toEqual({
      ...{ state: "finished", done: 3, changed: 1 },
    });
    expect(tally.skipped).toMatchObject({
      changedSince: { count: 1, deals: [{ title: "Theirs" }] },
      gone: { count: 1, deals: [{ title: "Withdrawn" }] },
    });
    expect(await now(is(theirs))).toMatchObject({ status: "ANNOUNCED", version: 2 });
  });

  test("is one batch in history, and the read model is in step", async () => {
    const docs = await logged({}, {}, { status: "ACTIVE" });
    const batch = await apply(docs, active);
    const entries = await analyst.db.auditEntry.findMany({ where: { batchId: batch.id } });
    expect(entries.map(({ entityId }) => entityId).sort()).toEqual(
      docs
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    );
    expect(await room.countBatches(analyst, [batch.id, uuid()])).toEqual(
      new Map([[batch.id, { noun: "DEAL", count: 2 }]]),
    );
    await apply(docs, { kind: "addTag", tag: "in step" });
    await apply(docs, { kind: "type", to: "OPTION" });
    await apply(docs, { kind: "closedOn", to: "2025-H1" });
    await apply(docs, { kind: "endedOn", to: "2026" });
    const stale = await analyst.db.$queryRaw`
      SELECT row.id FROM deal_row_source AS source JOIN deal_row AS row USING (id)
      WHERE NOT to_jsonb(row) @> to_jsonb(source)`;
    expect(stale).toEqual([]);
  });

  test("has an address: batch=, tag= and id= let through what was changed, tagged and picked", async () => {
    const docs = await logged({ title: "One" }, { title: "Two" }, { tags: [mark, "in"] });
    const batch = await apply(docs, { kind: "addTag", tag: "in" });
    const titles = async (query: string) => {
      const picks = await room.pickDeals(analyst, { kind: "matching", query, count: 0 });
      const all = await room.loadDealDocs(
        analyst,
        picks.map(({ id }) => id),
      );
      return [...all.values()].map(({ title }) => title).sort();
    };
    expect(await titles(`batch=${batch.id}`)).toEqual(["One", "Two"]);
    expect(await titles(`tag=${mark}`)).toHaveLength(3);
    expect(await titles(`id=${is(docs[0]).id}&id=${is(docs[1]).id}`)).toEqual(["One", "Two"]);
    await expect(titles("batch=1 OR true")).rejects.toMatchObject({ code: "INVALID" });
  });

  test("asked for twice at once happens once, also in several parts", async () => {
    const docs = await logged(...Array.from({ length: 1050 }, () => ({})));
    const batch = await preview(docs, active);
    const ends = await Promise.all([
      room.applyBatch(analyst, batch),
      room.applyBatch(analyst, batch),
    ]);
    expect(ends.map(({ state, tally }) => [state, tally.change.count])).toContainEqual([
      "finished",
      1050,
    ]);
    const [again] = await Promise.all([room.applyBatch(analyst, batch)]);
    expect(again.tally.change.count).toBe(1050);
    expect(await analyst.db.auditEntry.count({ where: { batchId: batch.id } })).toBe(1050);
    const versions = new Set(
      [...(await room.loadDealDocs(analyst, batch ? docs.map(({ id }) => id) : [])).values()].map(
        ({ version }) => version,
      ),
    );
    expect([...versions]).toEqual([2]);
  }, 120_000);
});

/** Every row of every table, but for history, the batches, and what counts changes or only differences. */
async function everything(): Promise<Record<string, string>> {
  const tables = await analyst.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN
        ('audit_entry', 'deal_batch', 'deal_tally', 'deal_total', '_prisma_migrations', 'rate_limit')
    ORDER BY 1`;
  const hashes = tables.map(async ({ name }) => {
    const [row] = await analyst.db.$queryRawUnsafe<{ hash: string }[]>(
      `SELECT md5(coalesce(string_agg(fact, '|' ORDER BY fact), '')) AS hash
       FROM (SELECT (to_jsonb(t) - 'version' - 'updated_at')::text AS fact FROM "${name}" AS t) AS facts`,
    );
    return [name, is(row).hash];
  });
  return Object.fromEntries(await Promise.all(hashes));
}

describe("an undo", () => {
  const edits: [string, () => DealEdit][] = [
    ["a status", () => active],
    ["a date", () => ({ kind: "closedOn", to: "2025-H1" })],
    ["a date taken away", () => ({ kind: "endedOn", to: null })],
    ["a tag", () => ({ kind: "addTag", tag: "flagship" })],
    ["a tag taken away", () => ({ kind: "removeTag", tag: mark })],
    ["a source that it brought", release],
  ];
  test.each(edits)("of %s leaves every table as it was", async (_, edit) => {
    const docs = await logged(
      { endedOn: "2024-Q4", terms: [figure()] },
      { tags: ["x", mark, "y"] },
    );
    const before = await everything();
    const batch = await apply(docs, edit());
    expect(batch.tally.change.count).toBeGreaterThan(0);
    expect(await everything()).not.toEqual(before);
    const undo = await room.undoBatch(other, batch);
    expect(undo).toMatchObject({
      state: "finished",
      tally: { change: { count: batch.tally.change.count } },
    });
    expect(await everything()).toEqual(before);
  });

  test("is a new change in every history, and takes nothing out of it", async () => {
    const docs = await logged({});
    const batch = await apply(docs, active);
    const undo = await room.undoBatch(analyst, batch);
    const { items } = await room.listHistory(analyst, { entity: "DEAL", entityId: is(docs[0]).id });
    expect(
      items.map(({ version, batchId, changes }) => ({ version, batchId, changes })),
    ).toMatchObject([
      {
        version: 3,
        batchId: undo.id,
        changes: [{ path: "status", before: "ACTIVE", after: "ANNOUNCED" }],
      },
      {
        version: 2,
        batchId: batch.id,
        changes: [{ path: "status", before: "ANNOUNCED", after: "ACTIVE" }],
      },
      { version: 1, batchId: null },
    ]);
    expect(await room.getBatch(analyst, batch.id)).toMatchObject({ undoneBy: { id: undo.id } });
  });

  test("skips and reports what was changed since, and keeps a source that others rest on", async () => {
    const edit = release();
    const docs = await logged({ title: "Left" }, { title: "Changed" });
    const batch = await apply(docs, edit);
    const changed = await now(is(docs[1]));
    await room.saveDeals(other, [{ ...changed, summary: "Read since" }]);
    const { tally } = await room.undoBatch(analyst, batch);
    expect(tally).toMatchObject({
      change: { count: 1 },
      skipped: { changedSince: { count: 1, deals: [{ title: "Changed" }] } },
    });
    expect((await now(is(docs[0]))).claims).toEqual([]);
    expect((await now(changed)).claims).toHaveLength(2);
  });

  test("asked for twice is one, and cannot be undone itself", async () => {
    const docs = await logged({}, {});
    const batch = await apply(docs, active);
    const [one, two] = await Promise.all([
      room.undoBatch(analyst, batch),
      room.undoBatch(other, batch),
    ]);
    expect(one.id).toBe(two.id);
    expect((await room.getBatch(analyst, one.id)).tally.change.count).toBe(2);
    await expect(room.undoBatch(analyst, one)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("who may not", () => {
  test("a viewer can neither preview nor apply nor undo", async () => {
    const viewer = room.actingAs(await room.somebody(), "VIEWER");
    const docs = await logged({});
    const batch = await preview(docs, active);
    const refused = { code: "FORBIDDEN" };
    await expect(preview(docs, active, viewer)).rejects.toMatchObject(refused);
    await expect(room.applyBatch(viewer, batch)).rejects.toMatchObject(refused);
    await room.applyBatch(analyst, batch);
    await expect(room.undoBatch(viewer, batch)).rejects.toMatchObject(refused);
    expect((await now(is(docs[0]))).status).toBe("ACTIVE");
  });

  test("another person's preview cannot be applied, nor seen, nor undone", async () => {
    const batch = await preview(await logged({}), active);
    const unknown = { code: "NOT_FOUND" };
    await expect(room.applyBatch(other, batch)).rejects.toMatchObject(unknown);
    await expect(room.getBatch(other, batch.id)).rejects.toMatchObject(unknown);
    await expect(room.undoBatch(other, batch)).rejects.toMatchObject(unknown);
  });
});

describe("payments", () => {
  const due = () => room.term({ kind: "MILESTONE", disclosure: "UNDISCLOSED" });
  const trigger = { kind: "trigger" as const, on: "2026-10", note: null };
  const stepsOf = ({ terms }: DealDoc) =>
    terms.map(({ steps }) => steps.map(({ to, on, takesBack }) => [to, on, takesBack]));

  async function previewed(docs: DealDoc[], edit = trigger) {
    const ids = docs.flatMap(({ terms }) => terms.map(({ id }) => id));
    return room.previewBatch(analyst, { selection: { kind: "ids", ids }, edit });
  }

  test("are marked triggered, all or none of a deal's with one entry in its history, and taken back", async () => {
    const paid = { ...due(), steps: [{ to: "TRIGGERED" }, { to: "PAID" }] };
    const lapsed = { ...due(), steps: [{ to: "LAPSED" }] };
    const docs = await logged({ terms: [due(), due(), paid, lapsed] }, { terms: [due()] });
    const batch = await previewed(docs);
    expect(batch).toMatchObject({ noun: "PAYMENT", total: 5, state: "previewed" });
    expect(batch.tally.change.count).toBe(3);
    expect(batch.tally.skipped).toMatchObject({
      ...{ cannotTrigger: { count: 1 }, needsReason: { count: 1 } },
    });
    expect((await room.applyBatch(analyst, batch)).tally).toEqual(batch.tally);
    const [first, second] = await Promise.all(docs.map(now));
    expect(stepsOf(is(first)).slice(0, 2)).toEqual(
      Array(2).fill([["TRIGGERED", "2026-10", false]]),
    );
    expect([is(first).version, is(second).version]).toEqual([2, 2]);
    const undo = await room.undoBatch(other, batch);
    expect(undo).toMatchObject({ noun: "PAYMENT", undoes: batch.id, state: "finished" });
    expect(undo.tally.change.count).toBe(3);
    const back = await now(is(second));
    expect(stepsOf(back)).toEqual([
      [
        ["TRIGGERED", "2026-10", false],
        ["CONTINGENT", null, true],
      ],
    ]);
    const [row] = await room.sql<{ state: string; triggered: string | null }[]>`
      SELECT t.state, d.triggered_to_date AS triggered FROM payment_term t
      JOIN deal_row d ON d.id = t.deal_id WHERE d.id = ${back.id}`;
    expect(row).toEqual({ state: "CONTINGENT", triggered: null });
    // Saved again as it is, its life is still a lawful one.
    await room.saveDeals(analyst, [{ ...back, title: `${back.title}, renamed` }]);
  });

  test("that took a step since they were seen stay as they are, also when a batch is undone", async () => {
    const docs = await logged({ terms: [due()] }, { terms: [due()] });
    const late = await previewed(docs.slice(0, 1));
    const batch = await room.applyBatch(analyst, await previewed(docs));
    const [first] = await Promise.all(docs.map(now));
    const term = is(is(first).terms[0]);
    await room.recordPaymentStep(analyst, {
      ...{ dealId: is(first).id, version: 2, termId: term.id, from: "TRIGGERED", to: "PAID" },
      ...{ on: null, note: null, sourceId: null, sourceUrl: null, takesBack: false },
      ...{ actualAmount: "3", actualCurrency: "USD", actualDisclosure: "EXACT" },
    });
    expect((await room.applyBatch(analyst, late)).tally.skipped).toMatchObject({
      changedSince: { count: 1 },
    });
    const { tally } = await room.undoBatch(analyst, batch);
    expect(tally.change.count).toBe(1);
    expect(tally.skipped).toMatchObject({ changedSince: { count: 1 } });
  });

  test("are found by the list's own filter", async () => {
    const docs = await logged({ title: `P${mark}`, terms: [due(), due()] });
    const selection = { kind: "matching" as const, query: `q=P${mark}&state=CONTINGENT`, count: 2 };
    const batch = await room.previewBatch(analyst, { selection, edit: trigger });
    expect(batch.tally.change.count).toBe(2);
    const bad = { ...selection, query: "due=someday" };
    await expect(
      room.previewBatch(analyst, { selection: bad, edit: trigger }),
    ).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "due" }] });
    expect(docs).toHaveLength(1);
  });

  test("of which more is paid, or some returned, say what is paid in all", async () => {
    const amount = { actualCurrency: "USD", actualDisclosure: "EXACT" };
    const half = { to: "PAID", actualAmount: "3", ...amount };
    const term = { ...figure(), steps: [{ to: "TRIGGERED" }, half] };
    const [deal] = await logged({ terms: [term] });
    const paid = async () =>
      (
        await room.sql<{ paid: string }[]>`
        SELECT trim_scale(paid_to_date)::text AS paid FROM deal_row WHERE id = ${is(deal).id}`
      )[0]?.paid;
    expect(await paid()).toBe("3");
    const again = async (actualAmount: string, note: string, version: number) =>
      room.recordPaymentStep(analyst, {
        ...{ dealId: is(deal).id, version, termId: term.id, from: "PAID", to: "PAID" },
        ...{ on: null, note, sourceId: null, sourceUrl: null, takesBack: false },
        ...{ actualAmount, actualCurrency: "USD", actualDisclosure: "EXACT" },
      });
    await again("5", "The rest", 1);
    expect(await paid()).toBe("5");
    await again("0", "All of it was returned", 2);
    expect(await paid()).toBe("0");
  });
});

describe("what comes from outside", () => {
  const one = { kind: "ids", ids: [uuid()] };
  test.each([
    ["an unknown status", { selection: one, edit: { kind: "status", to: "DONE" } }],
    ["an impossible date", { selection: one, edit: { kind: "closedOn", to: "2024-02-30" } }],
    ["a tag with hidden characters", { selection: one, edit: { kind: "addTag", tag: "a\u202eb" } }],
    ["a tag with NUL", { selection: one, edit: { kind: "addTag", tag: "a\0b" } }],
    ["a blank tag", { selection: one, edit: { kind: "addTag", tag: "  " } }],
    ["a field that many cannot share", { selection: one, edit: { kind: "title", to: "x" } }],
    ["more than the edit says", { selection: one, edit: { ...active, version: 1 } }],
    ["no deal", { selection: { kind: "ids", ids: [] }, edit: active }],
    ["ids that are none", { selection: { kind: "ids", ids: ["1 OR true"] }, edit: active }],
    [
      "a source with a script for its address",
      {
        selection: one,
        edit: { ...release(), source: { ...release().source, url: "javascript:alert(1)" } },
      },
    ],
  ])("is refused: %s", (_, raw) => {
    expect(() => room.parseInput(room.previewInput, raw)).toThrow("Some fields need attention");
  });

  test("is text where it is a tag, whatever it looks like", async () => {
    const tag = `'); DROP TABLE deal; --`;
    const docs = await logged({});
    await apply(docs, { kind: "addTag", tag });
    expect((await now(is(docs[0]))).tags).toEqual([mark, tag]);
  });

  test("names no deal: it is reported as gone", async () => {
    const selection = { kind: "ids" as const, ids: [uuid()] };
    const batch = await room.previewBatch(analyst, { selection, edit: active });
    expect(batch.tally.skipped).toEqual({ gone: { count: 1, deals: [] } });
  });

  test("would give a deal more tags than it can hold: it is kept back", async () => {
    const tags = [mark, ...Array.from({ length: 19 }, (_, n) => `tag ${n}`)];
    const { tally } = await preview(await logged({ tags }), { kind: "addTag", tag: "one more" });
    expect(tally.skipped).toMatchObject({ tooManyTags: { count: 1 } });
  });
});
