import "server-only";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireContext } from "@/lib/auth/session";
import { getSourceInsight } from "@/lib/insight/source/queries";
import { orInterrupt } from "@/lib/page";

/** The document of the address and what rests on it, read once a request. */
export const loadSource = cache(async (id: string) => {
  const ctx = await requireContext();
  const { source, ...more } = await orInterrupt(getSourceInsight(ctx, id));
  const t = await getTranslations("source");
  return { ctx, source, name: source.title ?? source.publisher ?? t("title"), ...more };
});
