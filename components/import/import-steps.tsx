import { useTranslations } from "next-intl";
import type { ImportState } from "@/lib/exchange/import/dto";
import { cx } from "../ui/cx";

const steps = ["columns", "preview", "result"] as const;

function stepOf(state: ImportState, editing: boolean): number {
  if (editing || state === "uploading") return 0;
  return ["reading", "read"].includes(state) ? 1 : 2;
}

/** Where an import stands on its way. */
export function ImportSteps({ state, editing }: { state: ImportState; editing: boolean }) {
  const t = useTranslations("import.steps");
  const current = stepOf(state, editing);
  return (
    <ol aria-label={t("label")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {steps.map((step, at) => (
        <li
          key={step}
          aria-current={at === current ? "step" : undefined}
          className={cx(at === current ? "font-[560] text-ink" : "text-ink-3")}
        >
          {at + 1}. {t(step)}
        </li>
      ))}
    </ol>
  );
}
