"use client";

import { useTranslations } from "next-intl";
import { withQuery } from "@/lib/catalogue/rules";
import { mostCompared } from "@/lib/insight/compare/rules";
import { useSelection } from "../grid/selection-context";
import { ButtonLink } from "../ui/button-link";

/** Leads from a few selected deals to the page where they stand side by side. */
export function CompareSelection() {
  const t = useTranslations("compare");
  const { selection } = useSelection();
  if (selection?.kind !== "ids") return null;
  const { ids } = selection;
  if (ids.length < 2 || ids.length > mostCompared) return null;
  return (
    <ButtonLink size="sm" href={`/compare${withQuery({}, { deal: ids })}`}>
      {t("compare")}
    </ButtonLink>
  );
}
