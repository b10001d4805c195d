"use server";

import { redirect } from "next/navigation";
import { toRoute } from "@/components/ui/to-route";
import { action } from "@/lib/action";
import { freezing, setRef } from "@/lib/insight/comparable/schema";
import { deleteComparables, freezeComparables } from "@/lib/insight/comparable/set/commands";

export const freeze = action(freezing, async (ctx, input) => {
  const { id } = await freezeComparables(ctx, input);
  redirect(toRoute(`/comparables/${id}`));
});

export const remove = action(setRef, async (ctx, input) => {
  await deleteComparables(ctx, input);
  redirect(toRoute("/comparables"));
});
