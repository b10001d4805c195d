import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { authorize, personIdOf } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { AppError, invalidField } from "../../errors";
import { record } from "../../history/commands";
import { changesBetween } from "../../history/rules";
import { accessOf, flagsOf, storedSelect } from "./dto";
import { mayChange, mayManage, type ViewPage, viewLimit } from "./rules";
import {
  type DefaultView,
  type NewView,
  type TabOrder,
  type ViewChange,
  type ViewRef,
  viewPage,
  viewQuery,
} from "./schema";

/** @throws AppError INVALID that names the field: a name that is taken, a filter the page does not know */
export async function saveView(ctx: Ctx, input: NewView): Promise<{ id: string }> {
  const userId = personIdOf(ctx.actor);
  const { page, name, access } = input;
  if (access !== "private") authorize(ctx.actor, "view.share");
  const query = viewQuery(page, input.query);
  return inTransaction(ctx, async (ctx) => {
    await lockPage(ctx, page);
    await refuseTaken(ctx, { userId, page, name });
    await refuseTooMany(
      ctx,
      { userId, page },
      "You have {maximum} views of this list: delete one first",
    );
    if (access !== "private") await refuseTooManyShared(ctx, page);
    const view = await ctx.db.savedView.create({
      data: { userId, page, name, query, ...flagsOf(access) },
      select: storedSelect,
    });
    await recordView(ctx, { before: null, after: view });
    return { id: view.id };
  });
}

/** Gives it another name, query or circle of readers. */
export async function changeView(ctx: Ctx, { id, version, ...change }: ViewChange): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const view = await loadView(ctx, id);
    refuseUnlessChanging(ctx, view);
    const access = change.access ?? view.access;
    if (access !== view.access) refuseUnlessManaging(ctx, view);
    const page = view.page;
    const name = change.name ?? view.name;
    const query = change.query === undefined ? view.query : viewQuery(page, change.query);
    await lockPage(ctx, page);
    if (name !== view.name) await refuseTaken(ctx, { userId: view.userId, page, name });
    if (view.access === "private" && access !== "private") {
      authorize(ctx.actor, "view.share");
      await refuseTooManyShared(ctx, page);
    }
    const { count } = await ctx.db.savedView.updateMany({
      where: { id, version },
      data: { name, query, ...flagsOf(access), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("CONFLICT", "Someone else saved this first");
    const after = { ...view, name, query, ...flagsOf(access), version: version + 1 };
    await recordView(ctx, { before: view, after });
  });
}

/** For everyone who saw it: those who open it by default are back at the whole list. Says which list it was of. */
export async function deleteView(ctx: Ctx, { id, version }: ViewRef): Promise<{ page: ViewPage }> {
  return inTransaction(ctx, async (ctx) => {
    const view = await loadView(ctx, id);
    refuseUnlessManaging(ctx, view);
    const { count } = await ctx.db.savedView.deleteMany({ where: { id, version } });
    if (count === 0) throw new AppError("CONFLICT", "Someone else saved this first");
    await recordView(ctx, { before: view, after: null });
    return { page: view.page };
  });
}

/** The order of this person's tabs. An id that stands for nothing is passed over when they are shown. */
export async function arrangeTabs(ctx: Ctx, { page, order }: TabOrder): Promise<void> {
  const userId = personIdOf(ctx.actor);
  await ctx.db.viewTabs.upsert({
    where: { userId_page: { userId, page } },
    create: { userId, page, order },
    update: { order },
  });
}

/** The view that opens when this person comes to the page with no filter; null for the whole list. */
export async function chooseDefault(ctx: Ctx, { page, id }: DefaultView): Promise<void> {
  const userId = personIdOf(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    if (id !== null && (await loadView(ctx, id)).page !== page) throw gone();
    await ctx.db.viewTabs.upsert({
      where: { userId_page: { userId, page } },
      create: { userId, page, defaultId: id },
      update: { defaultId: id },
    });
  });
}

function gone(): AppError {
  return new AppError("NOT_FOUND", "This view is gone or private");
}

/** A private view of somebody else's is as good as gone: nothing tells that it exists. */
async function loadView(ctx: Ctx, id: string) {
  const userId = personIdOf(ctx.actor);
  const view = await ctx.db.savedView.findFirst({
    select: storedSelect,
    where: { id, OR: [{ userId }, { shared: true }] },
  });
  if (!view) throw gone();
  return { ...view, page: viewPage.parse(view.page), access: accessOf(view) };
}

type Stored = Awaited<ReturnType<typeof loadView>>;

function refuseUnlessChanging(ctx: Ctx, view: Stored): void {
  if (mayChange(ctx.actor, view)) return;
  authorize(ctx.actor, "view.share");
  throw new AppError("FORBIDDEN", "This view is locked: save it as one of your own");
}

function refuseUnlessManaging(ctx: Ctx, view: Stored): void {
  if (mayManage(ctx.actor, view)) return;
  authorize(ctx.actor, "view.share");
  throw new AppError("FORBIDDEN", "Only its owner or an administrator may do this");
}

/** Names and numbers are counted under it, so that two who save at once can't both be the last. */
async function lockPage(ctx: Ctx, page: ViewPage): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('saved_view'), hashtext(${page}))`;
}

async function refuseTaken(ctx: Ctx, named: { userId: string; page: ViewPage; name: string }) {
  const taken = await ctx.db.savedView.findFirst({ select: { id: true }, where: named });
  if (taken) throw invalidField("name", "There is a view of this name already");
}

async function refuseTooMany(
  ctx: Ctx,
  which: { userId: string; page: ViewPage } | { shared: true; page: ViewPage },
  sentence: string,
) {
  const count = await ctx.db.savedView.count({ where: which });
  if (count >= viewLimit)
    throw new AppError("LIMITED", sentence, { values: { maximum: viewLimit } });
}

function refuseTooManyShared(ctx: Ctx, page: ViewPage) {
  const sentence = "This list has {maximum} shared views: make one private or delete one first";
  return refuseTooMany(ctx, { shared: true, page }, sentence);
}

type Kept = Prisma.SavedViewGetPayload<{ select: typeof storedSelect }>;

/** What others could see of it. A private view is no one else's business, so history says nothing of it. */
function seenOf(view: Kept | null) {
  if (!view?.shared) return null;
  return { page: view.page, name: view.name, query: view.query, access: accessOf(view) };
}

async function recordView(
  ctx: Ctx,
  { before, after }: { before: Kept | null; after: Kept | null },
) {
  const changes = changesBetween(seenOf(before), seenOf(after));
  const kept = after ?? before;
  if (changes.length === 0 || !kept) return;
  const version = after?.version ?? null;
  const action = before && after ? "update" : after ? "create" : "delete";
  await record(ctx, [{ entity: "VIEW", entityId: kept.id, action, version, changes }]);
}
