import { useTranslations } from "next-intl";
import type { Import } from "@/lib/exchange/import/dto";
import { type Verdict, verdicts } from "@/lib/exchange/import/rules";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";

const written: ReadonlySet<Import["state"]> = new Set(["applying", "applied", "undoing", "undone"]);

/** How many rows the file has of each kind, each a link to them; what was written, and the way to the rejects. */
export function ImportCounts({ file, shown }: { file: Import; shown: Verdict }) {
  const t = useTranslations("import");
  const { id, tally, state } = file;
  const counts = { ...tally, reject: tally.reject + tally.failed };
  return (
    <div className="grid gap-3">
      {written.has(state) && (
        <Notice tone={state === "applied" ? "success" : "info"}>
          {t(`result.${state}`, { ...tally })}
        </Notice>
      )}
      <nav aria-label={t("rowsOf")} className="flex flex-wrap gap-x-5 gap-y-1">
        {verdicts.map((verdict) => {
          const label = t(`verdicts.${verdict}`, { count: counts[verdict] });
          if (verdict === shown) {
            return (
              <strong key={verdict} aria-current="page" className="font-[560]">
                {label}
              </strong>
            );
          }
          return (
            <TextLink key={verdict} href={`/import/${id}?show=${verdict}`}>
              {label}
            </TextLink>
          );
        })}
      </nav>
      {tally.ignored > 0 && (
        <p className="text-sm text-ink-3">{t("ignoredRows", { count: tally.ignored })}</p>
      )}
      {counts.reject > 0 && (
        <p className="text-sm">
          <a href={`/import/${id}/rejects.csv`} download className="link">
            {t("rejects")}
          </a>
        </p>
      )}
    </div>
  );
}
