import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Change } from "@/lib/history/rules";
import { ChangeList } from "./change-list";

/** What differs between two versions of a record, field by field. */
export function VersionComparison({
  noun,
  from,
  to,
  known,
  changes,
  names,
  action,
}: {
  noun: string;
  from: number;
  to: number;
  /** The day that `from` was the newest version on. */
  known?: string;
  changes: Change[];
  names: ReadonlyMap<string, string>;
  action: ReactNode;
}) {
  const t = useTranslations("history");
  return (
    <section aria-labelledby="comparison" className="border-y border-line-strong py-3.5">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="comparison">
          {known ? t("knownOn", { day: known, from, to }) : t("compared", { from, to })}
        </h2>
        {action}
      </div>
      {changes.length > 0 ? (
        <ChangeList entity={noun} changes={changes} names={names} />
      ) : (
        <p className="text-sm text-ink-3">{t("noDifference")}</p>
      )}
    </section>
  );
}
