"use server";

import { redirect } from "next/navigation";
import { toRoute } from "@/components/ui/to-route";
import { action } from "@/lib/action";
import * as views from "@/lib/view/saved/commands";
import { tabAddress } from "@/lib/view/saved/rules";
import { defaultView, newView, tabOrder, viewChange, viewRef } from "@/lib/view/saved/schema";

export const save = action(newView, views.saveView);
export const change = action(viewChange, views.changeView);
export const remove = action(viewRef, async (ctx, input) => {
  const { page } = await views.deleteView(ctx, input);
  redirect(toRoute(tabAddress(page, "", "all")));
});
export const arrange = action(tabOrder, views.arrangeTabs);
export const chooseDefault = action(defaultView, views.chooseDefault);
