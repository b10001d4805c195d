"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { PickNoun } from "@/lib/catalogue/search/schema";
import { toRoute } from "../../ui/to-route";

/** After a save: to the record's own page, which says that it is saved. */
export function useSavedPage(list: PickNoun | "sources", existed: boolean): (slug: string) => void {
  const t = useTranslations("record-form");
  const router = useRouter();
  return (slug) => {
    toast.success(t(existed ? "savedChanges" : "savedNew"));
    router.push(toRoute(`/${list}/${slug}`));
  };
}
