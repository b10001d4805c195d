"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useContext, useState } from "react";
import { tabAddress, type ViewPage, withColumns } from "@/lib/view/saved/rules";
import { ColumnsContext } from "../grid/columns-context";
import { Checkbox } from "../ui/checkbox";
import { toRoute } from "../ui/to-route";
import type { ViewActions } from "./actions";
import { ViewDialog } from "./view-dialog";

/** Asks for the name of a new view, keeps it and opens its tab. */
export function SaveAs({
  page,
  query,
  mayShare,
  save,
  onClose,
}: {
  page: ViewPage;
  /** What the address asks for, in the words of `viewText`. */
  query: string;
  mayShare: boolean;
  save: ViewActions["save"];
  onClose: () => void;
}) {
  const t = useTranslations("views");
  const router = useRouter();
  const columns = useContext(ColumnsContext);
  const [named, setNamed] = useState(false);
  // Columns that the address names already are asked for like any filter.
  const mayName = columns.length > 0 && !new URLSearchParams(query).has("columns");
  const kept = mayName && named ? withColumns(query, columns) : query;
  return (
    <ViewDialog
      title={t("saveTitle")}
      confirm={t("save")}
      given={{ name: "", access: "private" }}
      mayShare={mayShare}
      act={(words) => save({ page, query: kept, ...words })}
      onDone={({ id }) => {
        onClose();
        router.push(toRoute(tabAddress(page, kept, id)));
      }}
      onClose={onClose}
    >
      {mayName && (
        <Checkbox
          label={t("columns")}
          note={t("columnsNote")}
          checked={named}
          onChange={({ target }) => setNamed(target.checked)}
        />
      )}
    </ViewDialog>
  );
}
