import { useFormatter, useTranslations } from "next-intl";
import type { Progress } from "./download";
import { useSize } from "./use-size";

/** How far a file is. The bar is told to a screen reader when it asks; the figures would never be silent. */
export function ExportProgress({ progress, total }: { progress: Progress; total: number }) {
  const t = useTranslations("export");
  const { number } = useFormatter();
  const size = useSize();
  const { rows, bytes } = progress;
  return (
    <div className="grid gap-1">
      <progress
        aria-label={t("progress")}
        className="h-2 w-full accent-paid"
        {...(rows !== null && { value: Math.min(rows, total), max: Math.max(total, 1) })}
      />
      <p className="tabular-nums text-ink-2">
        {rows !== null && `${t("soFar", { rows: number(rows), total: number(total) })} · `}
        {size(bytes)}
      </p>
      <p role="status" className="sr-only">
        {t("running")}
      </p>
    </div>
  );
}
