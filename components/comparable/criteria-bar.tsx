"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { valuesOf } from "@/lib/catalogue/rules";
import { DealFilterBar } from "../deal/deal-filter-bar";

type Props = Omit<ComponentProps<typeof DealFilterBar>, "address" | "more">;

/** The criteria of a set: the filters of the deals' list, and how fast a deal loses weight. */
export function CriteriaBar(props: Props) {
  const t = useTranslations("comparables");
  const [value = ""] = valuesOf(props.query, "half_life");
  const halfLife = { name: "half_life", label: t("halfLife"), hint: t("halfLifeHint"), value };
  return <DealFilterBar {...props} address="/comparables" more={[halfLife]} />;
}
