import { useTranslations } from "next-intl";
import type { RowReport, Verdict } from "@/lib/exchange/import/rules";

/** Field by field, what a row changes; of a rejected one, what is wrong. */
export function RowDetails({ report, shown }: { report: RowReport; shown: Verdict }) {
  const t = useTranslations("import");
  const errors = useTranslations("errors");
  const { changes, problems, ignored } = report;
  return (
    <div className="grid gap-1 py-1">
      {problems.map(({ column, message, values }) => (
        <p key={`${column} ${message}`} className="text-seal">
          <code>{column}</code>: {errors.has(message) ? errors(message, values) : message}
        </p>
      ))}
      {shown !== "reject" && (
        <dl className="grid gap-0.5">
          {changes.map(({ column, before, after }) => (
            <div key={column} className="flex flex-wrap gap-x-1.5">
              <dt className="text-ink-3">
                <code>{column}</code>
              </dt>
              <dd className="min-w-0 break-words">
                {before !== null && (
                  <>
                    <del className="text-ink-3">{before}</del> <span aria-hidden="true">→ </span>
                  </>
                )}
                {after === null ? t("cleared") : <ins className="no-underline">{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {ignored.length > 0 && (
        <p className="text-sm text-ink-3">{t("ignored", { columns: ignored.join(", ") })}</p>
      )}
    </div>
  );
}
