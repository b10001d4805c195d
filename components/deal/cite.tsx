import { useTranslations } from "next-intl";
import type { Cited } from "./citations";

/** Where a source is listed on the page. */
export const sourceAnchor = (number: number) => `source-${number}`;

/** The numbers of the sources that support what stands before them. */
export function Cite({ sources }: { sources: readonly Cited[] }) {
  const t = useTranslations("deal.evidence");
  if (sources.length === 0) return null;
  return (
    <sup className="ml-0.5 text-2xs leading-none whitespace-nowrap">
      {sources.map(({ number, source }) => (
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
    </sup>
  );
}
