import { useTranslations } from "next-intl";
import { sourceAnchor } from "../source/evidence-list";
import type { Cited } from "./citations";

/** More numbers than this would read as noise: the best few, and the way to the rest. */
const shown = 3;

/** The numbers of the sources that support what stands before them. */
export function Cite({ sources }: { sources: readonly Cited[] }) {
  const t = useTranslations("source");
  if (sources.length === 0) return null;
  return (
    <sup className="ml-0.5 font-sans text-2xs leading-none whitespace-nowrap">
      {sources.slice(0, shown).map(({ number, source }) => (
        <a
          key={number}
          href={`#${sourceAnchor(number)}`}
          aria-label={t("cite", { number, name: source.publisher ?? source.title ?? "" })}
          title={t("cite", { number, name: source.publisher ?? source.title ?? "" })}
          className="px-[0.2em] font-semibold text-indigo no-underline hover:underline"
        >
          {number}
        </a>
      ))}
      {sources.length > shown && (
        <a
          href="#evidence"
          aria-label={t("moreSources", { count: sources.length - shown })}
          className="px-[0.2em] text-ink-3 no-underline hover:underline"
        >
          +{sources.length - shown}
        </a>
      )}
    </sup>
  );
}
