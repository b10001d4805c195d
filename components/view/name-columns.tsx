"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { tabAddress, type ViewPage, viewText, withColumns } from "@/lib/view/saved/rules";
import { ColumnsContext } from "../grid/columns-context";
import { toRoute } from "../ui/to-route";
import { MenuItem } from "./menu-item";

/** Puts the columns that are shown into the address, for the view to keep, or takes them out again. */
export function NameColumns({ page, menu }: { page: ViewPage; menu: string }) {
  const t = useTranslations("views");
  const router = useRouter();
  const params = useSearchParams();
  const columns = useContext(ColumnsContext);
  if (columns.length === 0) return null;
  const named = params.has("columns");
  const query = withColumns(viewText(params), named ? [] : columns);
  return (
    <MenuItem
      menu={menu}
      onClick={() => router.push(toRoute(tabAddress(page, query, params.get("tab") ?? "all")))}
    >
      {t(named ? "freeColumns" : "nameColumns")}
    </MenuItem>
  );
}
