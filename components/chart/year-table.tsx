import { useTranslations } from "next-intl";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import type { YearChartProps } from "./year-chart";

/** The numbers of a chart by year, the newest first; each leads to the list it counts. */
export function YearTable({ caption, all, series, years }: YearChartProps) {
  const t = useTranslations("overview.chart");
  const columns = [
    ...series.map(({ key, label, href }) => ({
      key,
      label,
      href,
      count: (year: (typeof years)[number]) => year.counts[key] ?? 0,
    })),
    { key: "all", ...all, count: (year: (typeof years)[number]) => year.all },
  ];
  return (
    <TableWrap label={caption}>
      <table>
        <thead>
          <tr>
            <Th>{t("year")}</Th>
            {columns.map(({ key, label }) => (
              <Th key={key} numeric>
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...years].reverse().map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              {columns.map(({ key, href, count }) => (
                <Td key={key} numeric muted={count(year) === 0}>
                  {count(year) === 0 ? (
                    0
                  ) : (
                    <TextLink href={href(year.year)}>{count(year)}</TextLink>
                  )}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
