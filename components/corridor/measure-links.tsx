import { useTranslations } from "next-intl";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { type FlowMeasure, flowMeasures } from "@/lib/insight/corridor/schema";
import { cx } from "../ui/cx";
import { TextLink } from "../ui/text-link";

/** What the pictures show: each a link to the same page of another measure. */
export function MeasureLinks({ measure, query }: { measure: FlowMeasure; query: Query }) {
  const t = useTranslations("corridors");
  return (
    <nav aria-label={t("measure")} data-print="no">
      <ul className="mb-4 flex flex-wrap gap-1.5 text-sm">
        {flowMeasures.map((one) => (
          <li
            key={one}
            aria-current={one === measure || undefined}
            className={cx(
              "inline-flex min-h-7 items-center rounded-md border border-line-strong px-2.5",
              one === measure && "bg-indigo-soft font-semibold",
            )}
          >
            {one === measure ? (
              t(`measures.${one}`)
            ) : (
              <TextLink href={`/corridors${withQuery(query, { measure: one })}`} kind="name">
                {t(`measures.${one}`)}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
