import "server-only";
import type { Route } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { requireContext } from "@/lib/auth/session";
import { getDeal } from "@/lib/deal/queries";
import { orInterrupt } from "@/lib/page";

const found = cache(async (slug: string) => {
  const ctx = await requireContext();
  return { ctx, deal: await orInterrupt(getDeal(ctx, slug)) };
});

/** The deal of the address, read once a request. An old address leads on to the same page of the new one. */
export async function loadDeal(slug: string, page: "" | "/history" | "/edit" = "") {
  const loaded = await found(slug);
  const { doc } = loaded.deal;
  if (doc.slug !== slug) permanentRedirect(`/deals/${doc.slug}${page}` as Route);
  return loaded;
}
