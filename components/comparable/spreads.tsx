import { useTranslations } from "next-intl";
import type { LedgerDeal } from "@/lib/insight/comparable/dto";
import { absences, fewest, type Spread } from "@/lib/insight/comparable/rules";
import { type Measure, measures } from "@/lib/insight/comparable/schema";
import { ChartFigure } from "../chart/chart-figure";
import { type Dot, StripPlot } from "../chart/strip-plot";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { useMeasure } from "./use-measure";

/** What a set says: each measure as a strip of its figures, and its numbers as a table. */
export function Spreads({
  deals,
  spreads,
  caption,
}: {
  deals: readonly LedgerDeal[];
  spreads: Record<Measure, Spread>;
  caption: string;
}) {
  return (
    <ChartFigure caption={caption} table={<SpreadTable spreads={spreads} />}>
      <div className="mb-2 grid gap-x-8 gap-y-3 rounded-lg border border-line bg-raised p-4 lg:grid-cols-2">
        {measures.map((measure) => (
          <MeasureStrip key={measure} measure={measure} deals={deals} spread={spreads[measure]} />
        ))}
      </div>
    </ChartFigure>
  );
}

function MeasureStrip({
  measure,
  deals,
  spread,
}: {
  measure: Measure;
  deals: readonly LedgerDeal[];
  spread: Spread;
}) {
  const t = useTranslations("comparables");
  const say = useMeasure();
  const scale = say.scale(measure);
  const dots = dotsOf(deals, measure, say.value).filter(
    ({ value }) => scale !== "log" || value > 0,
  );
  const { middle, disclosed, deals: n } = spread;
  return (
    <div className="min-w-0 break-inside-avoid">
      <p className="mb-1 flex flex-wrap justify-between gap-x-3 text-sm">
        <strong className="font-semibold">{t(`measures.${measure}`)}</strong>
        <span className="text-ink-3 tabular-nums">{t("disclosedOf", { disclosed, of: n })}</span>
      </p>
      {dots.length === 0 ? (
        <p className="py-3 text-sm text-ink-3">{t("noFigure")}</p>
      ) : (
        <StripPlot
          label={t(`measures.${measure}`)}
          scale={scale}
          dots={dots}
          box={
            middle && {
              q1: Number(middle.q1),
              median: Number(middle.median),
              q3: Number(middle.q3),
            }
          }
          tick={(value) => say.value(measure, String(value))}
        />
      )}
    </div>
  );
}

function dotsOf(
  deals: readonly LedgerDeal[],
  measure: Measure,
  say: (measure: Measure, text: string) => string,
): Dot[] {
  return deals.flatMap(({ slug, title, figures }) => {
    const figure = figures[measure];
    if (!("value" in figure)) return [];
    const label = `${title}: ${say(measure, figure.value)}`;
    return [{ key: slug, value: Number(figure.value), label, href: `/deals/${slug}` }];
  });
}

function SpreadTable({ spreads }: { spreads: Record<Measure, Spread> }) {
  const t = useTranslations("comparables");
  const say = useMeasure();
  return (
    <TableWrap label={t("numbers")}>
      <table>
        <thead>
          <tr>
            <Th>{t("measure")}</Th>
            <Th numeric>{t("deals")}</Th>
            <Th numeric>{t("disclosed")}</Th>
            <Th numeric>{t("median")}</Th>
            <Th numeric>{t("quartiles")}</Th>
            <Th numeric>{t("ends")}</Th>
            <Th>{t("without")}</Th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => {
            const { deals, disclosed, middle, ends, absent } = spreads[measure];
            const value = (text: string) => say.value(measure, text);
            const few = disclosed > 0 ? t("tooFew", { fewest }) : "";
            return (
              <tr key={measure}>
                <th scope="row">{t(`measures.${measure}`)}</th>
                <Td numeric>{deals}</Td>
                <Td numeric>{disclosed}</Td>
                <Td numeric muted={!middle}>
                  {middle ? value(middle.median) : few}
                </Td>
                <Td numeric>{middle && `${value(middle.q1)} – ${value(middle.q3)}`}</Td>
                <Td numeric>{ends && `${value(ends.min)} – ${value(ends.max)}`}</Td>
                <Td muted>
                  {absences
                    .filter((why) => absent[why])
                    .map((why) => `${absent[why]} ${t(`absent.${why}`)}`)
                    .join(" · ")}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableWrap>
  );
}
