import { redirect } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import { toRoute } from "@/components/ui/to-route";
import { requireContext } from "@/lib/auth/session";
import { type Query, valuesOf } from "@/lib/catalogue/rules";
import { findView, listViews } from "@/lib/view/saved/queries";
import { onTopOf, tabAddress, type ViewPage } from "@/lib/view/saved/rules";
import { viewPage } from "@/lib/view/saved/schema";

/** The views of a list that this person sees, read once a request. */
export const viewsOf = cache(async (page: ViewPage) => listViews(await requireContext(), page));

/**
 * What a list's address asks for. `view=` and an empty address with a default view lead on to the whole address of
 * the view's tab, so that every link and every file below it means the same whatever becomes of the view.
 */
export async function openList(page: ViewPage, searchParams: Promise<Query>): Promise<Query> {
  const { view, ...asked } = await searchParams;
  const [linked] = valuesOf({ view }, "view");
  if (linked !== undefined) return follow(page, linked, asked);
  // Asked for now, shown by the tabs: they tell when it fails.
  const views = viewsOf(page);
  views.catch(() => undefined);
  if (asked.tab !== undefined) return asked;
  const opens = (await views).find(({ isDefault }) => isDefault);
  if (!opens) return asked;
  // So that taking the last filter away does not open that view.
  if (Object.keys(asked).length > 0) return { ...asked, tab: "all" };
  redirect(toRoute(tabAddress(page, opens.query, opens.id)));
}

/** A view that is gone or private leads to the list all the same: its tab is then missing, and the page says so. */
async function follow(page: ViewPage, linked: string, { tab: _, ...asked }: Query): Promise<never> {
  const id = z.uuid().safeParse(linked).data;
  const view = id === undefined ? null : await findView(await requireContext(), id);
  const query = onTopOf(view?.query ?? "", asked);
  const place = view ? viewPage.parse(view.page) : page;
  redirect(toRoute(tabAddress(place, query, view && id ? id : "gone")));
}
