import { useTranslations } from "next-intl";
import type { RatePair } from "@/lib/fx/dto";
import { EmptyState } from "../ui/empty-state";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";

/** Every pair of currencies that has rates, with the newest. */
export function PairTable({ pairs }: { pairs: RatePair[] }) {
  const t = useTranslations("rates");
  if (pairs.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <TableWrap label={t("table")}>
      <table>
        <thead>
          <tr>
            <Th>{t("pair")}</Th>
            <Th numeric>{t("newest")}</Th>
            <Th>{t("on")}</Th>
            <Th>{t("source")}</Th>
            <Th numeric>{t("days")}</Th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ base, quote, rate, on, source, days, first }) => (
            <tr key={`${base} ${quote}`}>
              <th scope="row">
                <TextLink href={`/settings/rates/${quote}`} kind="name">
                  {`${base}/${quote}`}
                </TextLink>
              </th>
              <Td numeric>{rate}</Td>
              <Td nowrap>{on}</Td>
              <td className="max-w-md min-w-72 [overflow-wrap:anywhere]">{source}</td>
              <Td numeric>
                {days}
                <span className="sub">{t("since", { on: first })}</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
