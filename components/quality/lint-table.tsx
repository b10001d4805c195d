import { useFormatter, useTranslations } from "next-intl";
import type { Lint } from "@/lib/quality/lint/dto";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";

/** What is doubtful in the catalogue, most first; each number leads to its deals. */
export function LintTable({ lints }: { lints: Lint[] }) {
  const t = useTranslations("quality");
  const doubts = useTranslations("deals.doubts");
  const format = useFormatter();
  const sorted = [...lints].sort((a, b) => b.deals - a.deals);
  return (
    <TableWrap label={t("title")}>
      <table>
        <thead>
          <tr>
            <Th>{t("doubt")}</Th>
            <Th numeric>{t("deals")}</Th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ code, deals, filter }) => (
            <tr key={code}>
              <th scope="row" className="font-normal">
                {doubts(code)}
                <span className="sub">{t(`help.${code}`)}</span>
              </th>
              <Td numeric muted={deals === 0}>
                {deals === 0 ? (
                  t("nothing")
                ) : (
                  <TextLink href={`/deals?${filter}`}>{format.number(deals)}</TextLink>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
