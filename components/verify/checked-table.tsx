import { useFormatter, useTranslations } from "next-intl";
import { StatusDot } from "../ui/status-dot";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import type { Checked } from "./check-file";

/** Each file beside what its receipt says. */
export function CheckedTable({ checked }: { checked: Checked[] }) {
  const t = useTranslations("verify");
  const format = useFormatter();
  return (
    <TableWrap label={t("title")}>
      <table>
        <thead>
          <tr>
            <Th>{t("file")}</Th>
            <Th>{t("result")}</Th>
            <Th numeric>{t("rows")}</Th>
            <Th numeric>{t("bytes")}</Th>
            <Th>SHA-256</Th>
          </tr>
        </thead>
        <tbody>
          {checked.map(({ name, found, said, same }) => (
            <tr key={name}>
              <th scope="row" className="font-normal">
                {name}
              </th>
              <Td>
                <StatusDot tone={same ? "paid" : "lapsed"}>
                  {t(found === null ? "missing" : same ? "alike" : "unlike")}
                </StatusDot>
              </Td>
              <Td numeric>{said.rows === null ? "" : format.number(found?.rows ?? said.rows)}</Td>
              <Td numeric>{format.number(found?.bytes ?? said.bytes)}</Td>
              <td className="max-w-[22ch] text-xs">
                <code className="break-all">{found?.sha256 ?? said.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
