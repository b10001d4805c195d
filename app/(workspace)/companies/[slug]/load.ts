import "server-only";
import type { Route } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { requireContext } from "@/lib/auth/session";
import { getCompany } from "@/lib/company/queries";
import { orInterrupt } from "@/lib/page";

const found = cache(async (slug: string) => {
  const ctx = await requireContext();
  return { ctx, company: await orInterrupt(getCompany(ctx, slug)) };
});

/** The company of the address, read once a request. An old address leads on to the same page of the new one. */
export async function loadCompany(slug: string, page: "" | "/history" | "/edit" = "") {
  const loaded = await found(slug);
  const { doc } = loaded.company;
  if (doc.slug !== slug) permanentRedirect(`/companies/${doc.slug}${page}` as Route);
  return loaded;
}
