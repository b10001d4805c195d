import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { ExportMenu } from "../export/export-menu";
import { type Selection, sizeOf } from "../grid/selection";

/** An address holds so many ids: as many as the filter `id` takes. */
const most = 200;

/** The list's own files, of what is selected. */
export function ExportSelection({ address, selection }: { address: string; selection: Selection }) {
  const t = useTranslations("bulk");
  const query = queryOf(selection, useSearchParams().get("as_of"));
  if (query === null) {
    return <span className="text-xs text-ink-3">{t("exportTooMany", { most })}</span>;
  }
  const count = { count: sizeOf(selection), exact: true };
  return <ExportMenu address={address} query={`?${query}`} count={count} size="sm" />;
}

function queryOf(selection: Selection, looksBackTo: string | null): string | null {
  if (selection.kind === "matching") return selection.query;
  if (selection.ids.length > most) return null;
  const day = looksBackTo ? [["as_of", looksBackTo]] : [];
  return new URLSearchParams([...selection.ids.map((id) => ["id", id]), ...day]).toString();
}
