import { useLocale, useTranslations } from "next-intl";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { Corridors, CountryFlow } from "@/lib/insight/corridor/dto";
import { widest, widthOf } from "@/lib/insight/corridor/rules";
import type { FlowMeasure } from "@/lib/insight/corridor/schema";
import { countryName } from "@/lib/territory/rules";
import { type HeatCell, HeatTable } from "../chart/heat-table";
import { useFlow } from "./use-flow";

const countriesShown = 12;
const corridorsShown = 10;

type Props = { measure: FlowMeasure; deals: Query };

/** Giving countries down, taking countries across, the busiest first. */
export function CorridorMatrix({
  flows,
  measure,
  deals,
}: Props & { flows: readonly CountryFlow[] }) {
  const t = useTranslations("corridors");
  const locale = useLocale();
  const say = useFlow(measure);
  const sums = (side: "from" | "to") => {
    const by = new Map<string, number>();
    for (const flow of flows) {
      const country = flow[side];
      if (country) by.set(country, (by.get(country) ?? 0) + widthOf(flow, measure));
    }
    return widest([...by.keys()], (country) => by.get(country) ?? 0, countriesShown);
  };
  const cells = (from: string) =>
    new Map(
      flows.flatMap((flow): [string, HeatCell][] => {
        if (flow.from !== from || flow.to === null || widthOf(flow, measure) === 0) return [];
        const href = `/deals${withQuery(deals, { from, to: flow.to })}`;
        return [[flow.to, { value: widthOf(flow, measure), text: say.short(flow), href }]];
      }),
    );
  return (
    <HeatTable
      label={t("matrix")}
      corner={t("fromTo")}
      columns={sums("to").map((key) => ({ key, label: countryName(key, locale) }))}
      rows={sums("from").map((key) => ({
        ...{ key, label: countryName(key, locale), cells: cells(key) },
      }))}
    />
  );
}

/** The busiest corridors, year by year, the newest first. */
export function CorridorYears({
  answer: { flows, years },
  measure,
  deals,
}: Props & { answer: Corridors }) {
  const t = useTranslations("corridors");
  const locale = useLocale();
  const say = useFlow(measure);
  const sided = flows.flatMap(({ from, to, ...sum }) => (from && to ? [{ from, to, ...sum }] : []));
  const top = widest(sided, (flow) => widthOf(flow, measure), corridorsShown);
  const columns = [...new Set(years.map(({ year }) => year))].toSorted((a, b) => b - a);
  const cells = (from: string, to: string) =>
    new Map(
      years.flatMap((sum): [string, HeatCell][] => {
        const value = widthOf(sum, measure);
        if (sum.from !== from || sum.to !== to || value === 0) return [];
        const year = String(sum.year);
        const keys = { from, to, announced_from: year, announced_to: year };
        return [[year, { value, text: say.short(sum), href: `/deals${withQuery(deals, keys)}` }]];
      }),
    );
  return (
    <HeatTable
      label={t("years")}
      corner={t("corridor")}
      columns={columns.map((year) => ({ key: String(year), label: String(year) }))}
      rows={top.map(({ from, to }) => ({
        key: `${from} ${to}`,
        label: `${countryName(from, locale)} → ${countryName(to, locale)}`,
        cells: cells(from, to),
      }))}
    />
  );
}
