import { useLocale, useTranslations } from "next-intl";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { CompanyFlow, CountryFlow } from "@/lib/insight/corridor/dto";
import { widest, widthOf } from "@/lib/insight/corridor/rules";
import type { FlowMeasure } from "@/lib/insight/corridor/schema";
import { countryName } from "@/lib/territory/rules";
import { ChartFigure } from "../chart/chart-figure";
import { SankeyChart, type SankeyFlow } from "../chart/sankey-chart";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import { useFlow } from "./use-flow";

/** Flows that are drawn; all of them stand in the table. */
const drawn = 40;

/** Countries from which rights go, on the left; to which, on the right. `deals` is the filter, as an address. */
export function CountryFlows({
  flows,
  measure,
  deals,
}: {
  flows: readonly CountryFlow[];
  measure: FlowMeasure;
  deals: Query;
}) {
  const t = useTranslations("corridors");
  const locale = useLocale();
  const say = useFlow(measure);
  const name = (code: string) => countryName(code, locale);
  const sided = flows.flatMap(({ from, to, ...sum }) =>
    from === null || to === null ? [] : [{ from, to, ...sum }],
  );
  const link = (keys: Query) => `/deals${withQuery(deals, keys)}`;
  const bands = widest(sided, (flow) => widthOf(flow, measure), drawn).map(
    (flow): SankeyFlow => ({
      from: { key: flow.from, label: name(flow.from), href: link({ from: flow.from }) },
      to: { key: flow.to, label: name(flow.to), href: link({ to: flow.to }) },
      width: widthOf(flow, measure),
      label: t("flow", { from: name(flow.from), to: name(flow.to), figure: say.long(flow) }),
      href: link({ from: flow.from, to: flow.to }),
    }),
  );
  const sorted = sided.toSorted((a, b) => widthOf(b, measure) - widthOf(a, measure));
  return (
    <ChartFigure
      caption={t("caption")}
      table={
        <FlowTable
          heads={[t("from"), t("to"), t(`measures.${measure}`)]}
          rows={sorted.map((flow) => ({
            key: `${flow.from} ${flow.to}`,
            cells: [name(flow.from), name(flow.to)],
            figure: say.long(flow),
            href: link({ from: flow.from, to: flow.to }),
          }))}
        />
      }
    >
      {bands.length > 0 && <SankeyChart label={t("caption")} flows={bands} />}
    </ChartFigure>
  );
}

/** The same between companies, where one country stands on each side. */
export function CompanyFlows({ flows, deals }: { flows: readonly CompanyFlow[]; deals: Query }) {
  const t = useTranslations("corridors");
  const link = (keys: Query) => `/deals${withQuery(deals, keys)}`;
  const bands = flows.map(({ from, to, deals: count }): SankeyFlow => {
    const figure = t("deals", { count });
    return {
      from: { key: from.slug, label: from.name, href: `/companies/${from.slug}` },
      to: { key: to.slug, label: to.name, href: `/companies/${to.slug}` },
      width: count,
      label: t("flow", { from: from.name, to: to.name, figure }),
      href: link({ licensor: from.slug, licensee: to.slug }),
    };
  });
  return (
    <ChartFigure
      caption={t("companyCaption", { count: flows.length })}
      table={
        <FlowTable
          heads={[t("from"), t("to"), t("measures.deals")]}
          rows={bands.map(({ from, to, width, href }) => ({
            ...{ key: `${from.key} ${to.key}`, cells: [from.label, to.label], href },
            figure: t("deals", { count: width }),
          }))}
        />
      }
    >
      {bands.length > 0 && <SankeyChart label={t("companies")} flows={bands} />}
    </ChartFigure>
  );
}

function FlowTable({
  heads: [from, to, figure],
  rows,
}: {
  heads: [string, string, string];
  rows: { key: string; cells: [string, string]; figure: string; href: string }[];
}) {
  return (
    <TableWrap label={figure} capped>
      <table>
        <thead>
          <tr>
            <Th>{from}</Th>
            <Th>{to}</Th>
            <Th numeric>{figure}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.cells[0]}</th>
              <Td>{row.cells[1]}</Td>
              <Td numeric>
                <TextLink href={row.href}>{row.figure}</TextLink>
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
