import { useTranslations } from "next-intl";
import type { Batch } from "@/lib/bulk/dto";

/** How far a batch is, for as long as it takes. */
export function BatchProgress({ batch: { noun, done, total } }: { batch: Batch }) {
  const t = useTranslations("bulk");
  return (
    <div className="grid gap-1.5" role="status">
      <p className="tabular-nums">{t("progress", { noun, done, total })}</p>
      <progress
        value={done}
        max={total}
        aria-label={t("progressLabel")}
        className="h-2 w-full accent-ink"
      />
    </div>
  );
}
