import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { parseInput } from "@/lib/input";
import {
  arrangeTabs,
  changeView,
  chooseDefault,
  deleteView,
  saveView,
} from "@/lib/view/saved/commands";
import { findView, listViews } from "@/lib/view/saved/queries";
import { type Access, accesses, viewLimit } from "@/lib/view/saved/rules";
import { type NewView, newView, viewQuery } from "@/lib/view/saved/schema";
import { is } from "../support/is";
import { admin, analyst, rolledBack, viewer } from "../support/rolled-back";

const people = { viewer, analyst, admin };
type Who = keyof typeof people;

const as = (ctx: Ctx, who: Who | "stranger"): Ctx => ({
  ...ctx,
  actor: who === "stranger" ? { kind: "anonymous" } : people[who],
});

const view = (raw: Partial<NewView> = {}): NewView => ({
  ...{ page: "deals", name: "China to Japan", query: "from=CN&to=JP", access: "private" },
  ...raw,
});

const asked = (raw: object) => parseInput(newView, { ...view(), ...raw });

const names = async (ctx: Ctx) => (await listViews(ctx, "deals")).map(({ name }) => name);

/** Somebody's second analyst, who is neither the owner nor an administrator. */
async function another(ctx: Ctx): Promise<Ctx> {
  const { id } = await ctx.db.user.create({
    data: { email: "another@example.com", name: "Another", role: "ANALYST" },
    select: { id: true },
  });
  return { ...ctx, actor: { kind: "user", id, name: "Another", role: "ANALYST" } };
}

test("a view keeps what is asked in one wording, and not where the list was read on", () => {
  expect(viewQuery("deals", "to=JP&from=US&from=CN&after=x&limit=100&tab=all&q=&from=CN")).toBe(
    "from=CN&from=US&to=JP",
  );
  expect(viewQuery("deals", "columns=title&columns=paid&columns=headline")).toBe(
    "columns=title&columns=paid&columns=headline",
  );
});

test.each([
  ["deals", "typo=1&from=CN", "query.typo"],
  ["deals", "type=LEASE", "query.type"],
  ["deals", "sort=nothing", "query.sort"],
  ["companies", "stage=PHASE_1", "query.stage"],
  ["milestones", "due_from=soon", "query.due_from"],
  ["assets", `q=${"x".repeat(9000)}`, "query"],
] as const)(
  "a view of %s that asks for what its list does not know is refused by the key",
  (page, query, path) => {
    expect(() => viewQuery(page, query)).toThrow(
      expect.objectContaining({ code: "INVALID", fields: [expect.objectContaining({ path })] }),
    );
  },
);

test.each([
  ["a name of blanks", { name: " \u3000 " }, "name"],
  ["10,000 characters", { name: "長".repeat(10_000) }, "name"],
  ["a mark that turns the text round", { name: "abc\u202Efdp" }, "name"],
  ["a NUL", { name: "a\0b" }, "name"],
  ["no text", { name: { toString: "x" } }, "name"],
  ["an unknown list", { page: "people" }, "page"],
  ["an unknown reader", { access: "everyone" }, "access"],
  ["a field of our own", { userId: admin.id }, "userId"],
])("%s is refused by its field", (_, raw, path) => {
  expect(() => asked(raw)).toThrow(
    expect.objectContaining({ code: "INVALID", fields: [expect.objectContaining({ path })] }),
  );
});

test.each([
  "<img src=x onerror=alert(1)>",
  "מבט שמור",
  "مناظر محفوظة",
  "日本向け🇯🇵",
  "a%00' OR 1=1 --",
])("the name %s is a name like any other", (name) =>
  rolledBack(analyst, async (ctx) => {
    await saveView(ctx, asked({ name }));
    expect(await names(ctx)).toEqual([name]);
  }),
);

test("two views of one person and list don't share a name", () =>
  rolledBack(analyst, async (ctx) => {
    const { id } = await saveView(ctx, view());
    const taken = { code: "INVALID", fields: [expect.objectContaining({ path: "name" })] };
    await expect(saveView(ctx, view())).rejects.toMatchObject(taken);
    await saveView(ctx, view({ page: "companies", query: "" }));
    await saveView(as(ctx, "admin"), view());
    const other = await saveView(ctx, view({ name: "Other" }));
    const renamed = { id: other.id, version: 1, name: "China to Japan" };
    await expect(changeView(ctx, renamed)).rejects.toMatchObject(taken);
    await changeView(ctx, { id, version: 1, name: "China to Japan" });
  }));

test("a person keeps a hundred views of a list and no more", () =>
  rolledBack(analyst, async (ctx) => {
    await ctx.db.savedView.createMany({
      data: Array.from({ length: viewLimit }, (_, n) => ({
        ...{ userId: analyst.id, page: "deals", name: `${n}`, query: "" },
        shared: true,
      })),
    });
    await expect(saveView(ctx, view())).rejects.toMatchObject({ code: "LIMITED" });
    await saveView(as(ctx, "admin"), view());
    const shared = saveView(as(ctx, "admin"), view({ name: "One more", access: "shared" }));
    await expect(shared).rejects.toMatchObject({ code: "LIMITED" });
  }));

describe("who may do what with a view of an analyst", () => {
  type Act = "see" | "change" | "manage";
  const roles = ["owner", "other analyst", "viewer", "admin", "stranger"] as const;
  const allowed: Record<Access, Record<Act, readonly (typeof roles)[number][]>> = {
    private: { see: ["owner"], change: ["owner"], manage: ["owner"] },
    shared: {
      see: ["owner", "other analyst", "viewer", "admin"],
      change: ["owner", "other analyst", "admin"],
      manage: ["owner", "admin"],
    },
    locked: {
      see: ["owner", "other analyst", "viewer", "admin"],
      change: ["owner", "admin"],
      manage: ["owner", "admin"],
    },
  };
  const matrix = accesses.flatMap((access) => roles.map((role) => [access, role] as const));

  async function actingAs(ctx: Ctx, role: (typeof roles)[number]): Promise<Ctx> {
    if (role === "owner") return as(ctx, "analyst");
    return role === "other analyst" ? another(ctx) : as(ctx, role);
  }

  test.each(matrix)("%s, as %s", (access, role) =>
    rolledBack(analyst, async (owner) => {
      const { id } = await saveView(owner, view({ access }));
      const ctx = await actingAs(owner, role);
      const may = (act: Act) => allowed[access][act].includes(role);
      const answers = async (act: Promise<unknown>) =>
        act.then(
          () => true,
          () => false,
        );

      const [shown] = await listViews(ctx, "deals");
      expect(shown !== undefined, "listed").toBe(may("see"));
      expect((await findView(ctx, id)) !== null, "found").toBe(may("see"));
      if (shown) {
        expect(shown.mayChange, "offered to change").toBe(may("change"));
        expect(shown.mayManage, "offered to manage").toBe(may("manage"));
      }
      const ref = async () => ({
        ...{ id, version: is(await owner.db.savedView.findUnique({ where: { id } })).version },
      });
      const query = "from=CN";
      expect(await answers(changeView(ctx, { ...(await ref()), query })), "saved").toBe(
        may("change"),
      );
      const chosen = chooseDefault(ctx, { page: "deals", id });
      expect(await answers(chosen), "opened by default").toBe(may("see"));
      const other = access === "private" ? "shared" : "private";
      const moved = changeView(ctx, { ...(await ref()), access: other });
      expect(await answers(moved), "shared or not").toBe(may("manage"));
      if (may("manage")) await changeView(owner, { ...(await ref()), access });
      const deleted = deleteView(ctx, await ref());
      expect(await answers(deleted), "deleted").toBe(may("manage"));
    }),
  );
});

test("a viewer keeps private views and shares none", () =>
  rolledBack(viewer, async (ctx) => {
    const { id } = await saveView(ctx, view());
    const refused = { code: "FORBIDDEN" };
    await expect(saveView(ctx, view({ name: "B", access: "shared" }))).rejects.toMatchObject(
      refused,
    );
    const share = changeView(ctx, { id, version: 1, access: "locked" });
    await expect(share).rejects.toMatchObject(refused);
    await changeView(ctx, { id, version: 1, query: "from=US" });
    expect(await listViews(ctx, "deals")).toMatchObject([{ query: "from=US", version: 2 }]);
    await deleteView(ctx, { id, version: 2 });
    expect(await names(ctx)).toEqual([]);
  }));

test("who is an analyst no longer changes nothing that others see", () =>
  rolledBack(analyst, async (ctx) => {
    const { id } = await saveView(ctx, view({ access: "shared" }));
    const demoted: Ctx = { ...ctx, actor: { ...analyst, role: "VIEWER" } };
    const change = changeView(demoted, { id, version: 1, query: "" });
    await expect(change).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(deleteView(demoted, { id, version: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }));

test("who comes second is told, and nothing of the first is lost", () =>
  rolledBack(analyst, async (ctx) => {
    const { id } = await saveView(ctx, view({ access: "shared" }));
    await changeView(as(ctx, "admin"), { id, version: 1, query: "from=US" });
    const conflict = { code: "CONFLICT" };
    const second = changeView(ctx, { id, version: 1, query: "from=KR" });
    await expect(second).rejects.toMatchObject(conflict);
    await expect(deleteView(ctx, { id, version: 1 })).rejects.toMatchObject(conflict);
    expect(await findView(ctx, id)).toEqual({ page: "deals", query: "from=US" });
  }));

test("tabs stand as their person put them, new ones last, for nobody else", () =>
  rolledBack(analyst, async (ctx) => {
    const ids: string[] = [];
    for (const name of ["A", "B", "C"]) {
      ids.push((await saveView(ctx, view({ name, access: "shared" }))).id);
    }
    const [a = "", b = "", c = ""] = ids;
    await arrangeTabs(ctx, {
      page: "deals",
      order: [c, "00000000-0000-7000-8000-00000000dead", a, b],
    });
    await saveView(as(ctx, "admin"), view({ name: "Theirs", access: "shared" }));
    await saveView(ctx, view({ name: "D" }));
    expect(await names(ctx)).toEqual(["C", "A", "B", "D", "Theirs"]);
    expect(await names(as(ctx, "admin"))).toEqual(["Theirs", "A", "B", "C"]);
    await arrangeTabs(ctx, { page: "deals", order: [b] });
    expect(await names(ctx)).toEqual(["B", "A", "C", "D", "Theirs"]);
  }));

test("the view that opens is each person's own, of its own list, and gone with the view", () =>
  rolledBack(analyst, async (ctx) => {
    const { id } = await saveView(ctx, view({ access: "shared" }));
    const opens = async (who: Who) =>
      (await listViews(as(ctx, who), "deals")).filter(({ isDefault }) => isDefault).length;
    await chooseDefault(ctx, { page: "deals", id });
    expect([await opens("analyst"), await opens("viewer")]).toEqual([1, 0]);
    const elsewhere = chooseDefault(ctx, { page: "assets", id });
    await expect(elsewhere).rejects.toMatchObject({ code: "NOT_FOUND" });
    await chooseDefault(as(ctx, "viewer"), { page: "deals", id });
    await chooseDefault(ctx, { page: "deals", id: null });
    expect([await opens("analyst"), await opens("viewer")]).toEqual([0, 1]);
    await changeView(ctx, { id, version: 1, access: "private" });
    expect(await opens("viewer")).toBe(0);
    await deleteView(ctx, { id, version: 2 });
    expect(await listViews(as(ctx, "viewer"), "deals")).toEqual([]);
  }));

test("history tells what others could see of a view, and nothing of a private one", () =>
  rolledBack(analyst, async (ctx) => {
    const { id } = await saveView(ctx, view());
    await changeView(ctx, { id, version: 1, query: "from=KR" });
    await changeView(ctx, { id, version: 2, access: "locked" });
    await changeView(as(ctx, "admin"), { id, version: 3, name: "Korea" });
    await deleteView(as(ctx, "admin"), { id, version: 4 });
    const entries = await ctx.db.auditEntry.findMany({
      where: { entity: "VIEW", entityId: id },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, actorName, version }) => [action, actorName, version])).toEqual([
      ["update", "The analyst", 3],
      ["update", "The admin", 4],
      ["delete", "The admin", null],
    ]);
    expect(entries[1]?.changes).toEqual([
      { path: "name", before: "China to Japan", after: "Korea" },
    ]);
  }));
