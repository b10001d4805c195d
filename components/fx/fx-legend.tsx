import { useLocale, useTranslations } from "next-intl";
import { type FxNote, formatRate } from "@/lib/fx/rules";
import type { FxPolicy } from "@/lib/fx/schema";
import { Disclosure } from "../ui/disclosure";

/** How many rates are told at once; of more, on request. */
const shown = 3;

/** Below converted figures: by which day's rates, each rate with its sources, and what has none. */
export function FxLegend({
  policy,
  notes,
  newest,
}: {
  policy: FxPolicy;
  notes: readonly FxNote[];
  /** The newest day on which each currency has a rate. */
  newest: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("fx");
  const locale = useLocale();
  if (policy === "original" || notes.length === 0) return null;
  const lines = new Set(
    notes.flatMap(({ original, used }) => {
      const { rate = null, on = null, source = null } = used ?? {};
      if (rate === null || on === null || !original?.currency) return [];
      const { currency } = original;
      return t("rateLine", {
        ...{ currency, on, source: source ?? "" },
        rate: formatRate(rate, locale),
      });
    }),
  );
  const without = notes.filter(({ used }) => used === null);
  const missing = new Set(without.flatMap(({ original }) => original?.currency ?? []));
  return (
    <div className="mt-2 grid gap-1 text-xs text-ink-3">
      <p>{t(`explain.${policy}`)}</p>
      {lines.size > shown ? (
        <Disclosure summary={`${t("used")} (${lines.size})`}>
          <Lines lines={[...lines]} />
        </Disclosure>
      ) : (
        <Lines lines={[...lines]} />
      )}
      {without.length > 0 && (
        <p>
          <strong className="font-[560]">{t("noRate")}</strong>:{" "}
          {t("without", { count: without.length })}
          {policy === "today" &&
            [...missing].map((currency) => {
              const on = newest.get(currency);
              return on ? (
                <span key={currency}> · {t("noRateNewest", { currency, on })}</span>
              ) : null;
            })}
        </p>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  const t = useTranslations("fx");
  if (lines.length === 0) return null;
  return (
    <ul aria-label={t("used")} className="grid gap-0.5 tabular-nums">
      {lines.map((line) => (
        <li key={line} className="[overflow-wrap:anywhere]">
          {line}
        </li>
      ))}
    </ul>
  );
}
