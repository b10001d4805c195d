import { useTranslations } from "next-intl";
import type { Import, ImportRow } from "@/lib/exchange/import/dto";
import type { Verdict } from "@/lib/exchange/import/rules";
import { EmptyState } from "../ui/empty-state";
import { Pagination } from "../ui/pagination";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import { RowDetails } from "./row-details";

/** Rows of one verdict, fifty at a time: what each would change, or why it is not taken. */
export function PreviewRows({
  file: { id, kind },
  rows,
  shown,
}: {
  file: Import;
  rows: ImportRow[];
  shown: Verdict;
}) {
  const t = useTranslations("import");
  const last = rows.at(-1)?.number;
  if (rows.length === 0) return <EmptyState title={t(`none.${shown}`)} />;
  return (
    <div>
      <TableWrap label={t(`verdictRows.${shown}`)}>
        <table>
          <thead>
            <tr>
              <Th numeric>{t("row")}</Th>
              <Th>{t("record")}</Th>
              <Th>{t(shown === "reject" ? "why" : "what")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, report }) => (
              <tr key={number}>
                <Td numeric>{number}</Td>
                <Td>
                  {report.slug && kind !== "milestones" ? (
                    <TextLink href={`/${kind}/${report.slug}`}>{report.label}</TextLink>
                  ) : (
                    report.label
                  )}
                </Td>
                <Td>
                  <RowDetails report={report} shown={shown} />
                </Td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
      <Pagination next={rows.length === 50 ? `/import/${id}?show=${shown}&after=${last}` : null}>
        {t("rowsShown", { first: rows[0]?.number ?? 0, last: last ?? 0 })}
      </Pagination>
    </div>
  );
}
