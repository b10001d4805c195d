import "server-only";
import type { Route } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { getAsset } from "@/lib/asset/queries";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";

const found = cache(async (slug: string) => {
  const ctx = await requireContext();
  return { ctx, asset: await orInterrupt(getAsset(ctx, slug)) };
});

/** The asset of the address, read once a request. An old address leads on to the same page of the new one. */
export async function loadAsset(slug: string, page: "" | "/history" | "/edit" = "") {
  const loaded = await found(slug);
  const { doc } = loaded.asset;
  if (doc.slug !== slug) permanentRedirect(`/assets/${doc.slug}${page}` as Route);
  return loaded;
}
