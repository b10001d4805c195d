import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { type SavedView, toSavedView } from "./dto";
import type { ViewPage } from "./rules";

type Row = Parameters<typeof toSavedView>[1];

/**
 * The views of a page that this person sees, in their own order; what they have not put anywhere comes last,
 * their own before the others'. Who has not signed in has none. One statement, since every list waits for it.
 */
export async function listViews(ctx: Ctx, page: ViewPage): Promise<SavedView[]> {
  const { actor } = ctx;
  authorize(actor, "catalogue.read");
  if (actor.kind !== "user") return [];
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT view.id, view.user_id AS "userId", view.name, view.query, view.shared, view.locked, view.version,
      owner.name AS owner, view.id IS NOT DISTINCT FROM tabs.default_id AS "isDefault"
    FROM saved_view AS view
    JOIN app_user AS owner ON owner.id = view.user_id
    LEFT JOIN view_tabs AS tabs ON tabs.user_id = ${actor.id}::uuid AND tabs.page = view.page
    WHERE view.page = ${page} AND (view.user_id = ${actor.id}::uuid OR view.shared)
    ORDER BY array_position(tabs.view_order, view.id), view.user_id <> ${actor.id}::uuid, view.id`;
  return rows.map((row) => toSavedView(actor, row));
}

/** Where a view is and what it asks for; null when it is gone, or private to somebody else. */
export async function findView(
  ctx: Ctx,
  id: string,
): Promise<{ page: string; query: string } | null> {
  const { actor } = ctx;
  authorize(actor, "catalogue.read");
  if (actor.kind !== "user") return null;
  return ctx.db.savedView.findFirst({
    select: { page: true, query: true },
    where: { id, OR: [{ userId: actor.id }, { shared: true }] },
  });
}
