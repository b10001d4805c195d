import { useTranslations } from "next-intl";
import { Disclosure } from "../ui/disclosure";
import { TextLink } from "../ui/text-link";
import { SeriesMark, type SeriesTone, seriesFill } from "./series-tone";
import { YearTable } from "./year-table";

export type Series = {
  key: string;
  label: string;
  tone: SeriesTone;
  /** The list of exactly those that are counted. */
  href: (year: number) => string;
};

/** `drawn` are the parts of `all` that are stacked, each counted once; `counts` are what the table says. */
export type YearCount = {
  year: number;
  all: number;
  drawn: Record<string, number>;
  counts: Record<string, number>;
};

export type YearChartProps = {
  caption: string;
  all: { label: string; href: (year: number) => string };
  series: Series[];
  years: YearCount[];
};

/** Counts by year as stacked columns, drawn on the server, with their numbers in a table below. */
export function YearChart({ caption, all, series, years }: YearChartProps) {
  const t = useTranslations("overview.chart");
  const every = withoutGaps(years);
  const most = Math.max(1, ...every.map((year) => year.all));
  return (
    <figure>
      {/* Right to left, the newest first: where there is no room for all, the latest years are in sight. */}
      <div className="relative overflow-x-auto pb-1 [direction:rtl]">
        <ol className="flex items-end justify-end-safe gap-px">
          {every.reverse().map((year) => (
            <li
              key={year.year}
              className="grid max-w-14 min-w-6.5 flex-1 gap-1 text-center text-2xs [direction:ltr]"
            >
              <Column year={year} series={series} most={most} href={all.href(year.year)} />
              <span className="text-ink-3 tabular-nums">
                <span className="sr-only sm:not-sr-only">{Math.floor(year.year / 100)}</span>
                {String(year.year % 100).padStart(2, "0")}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-4.5 gap-y-1 text-xs text-ink-2">
        <span className="sr-only">{caption}</span>
        {series.map(({ key, label, tone }) => (
          <SeriesMark key={key} tone={tone}>
            {label}
          </SeriesMark>
        ))}
        <SeriesMark tone="rest">{t("rest")}</SeriesMark>
      </figcaption>
      <div className="mt-2">
        <Disclosure summary={t("numbers")}>
          <YearTable caption={caption} all={all} series={series} years={years} />
        </Disclosure>
      </div>
    </figure>
  );
}

const height = 120;

function Column({
  year: { year, all, drawn },
  series,
  most,
  href,
}: {
  year: YearCount;
  series: Series[];
  most: number;
  href: string;
}) {
  const unit = height / most;
  let top = height - all * unit;
  const parts = series.map(({ key, tone }) => {
    const tall = (drawn[key] ?? 0) * unit;
    const part = { key, tone, y: top, tall };
    top += tall;
    return part;
  });
  return (
    <>
      <span className="grid min-h-6 items-end justify-center text-xs tabular-nums">
        {all > 0 && <TextLink href={href}>{all}</TextLink>}
      </span>
      <svg
        viewBox={`0 0 10 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        data-ink="keep"
        className="-mt-1 h-36 w-full border-b border-line-strong"
      >
        <title>{year}</title>
        {parts.map(({ key, tone, y, tall }) => (
          <rect key={key} x="0" width="10" y={y} height={tall} className={seriesFill[tone]} />
        ))}
        <rect x="0" width="10" y={top} height={height - top} className={seriesFill.rest} />
      </svg>
    </>
  );
}

/** A year without any is a year, too. */
function withoutGaps(years: readonly YearCount[]): YearCount[] {
  const known = new Map(years.map((year) => [year.year, year]));
  const first = Math.min(...known.keys());
  const span = Math.max(...known.keys()) - first;
  return Array.from({ length: span + 1 }, (_, at) => {
    const year = first + at;
    return known.get(year) ?? { year, all: 0, drawn: {}, counts: {} };
  });
}
