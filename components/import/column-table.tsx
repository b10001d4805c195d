"use client";

import { useTranslations } from "next-intl";
import type { Import } from "@/lib/exchange/import/dto";
import { Select } from "../ui/select";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";

/** Each column of the file: what its first rows hold, and what it is here. */
export function ColumnTable({
  file: { header, sample },
  known,
  mapped,
  onChange,
}: {
  file: Pick<Import, "header" | "sample">;
  known: readonly string[];
  mapped: readonly (string | null)[];
  onChange: (mapped: (string | null)[]) => void;
}) {
  const t = useTranslations("import");
  const choose = (at: number, column: string) =>
    onChange(
      header.map((_, place) => {
        if (place === at) return column || null;
        // A column is taken from one place only.
        return mapped[place] === column ? null : (mapped[place] ?? null);
      }),
    );
  // Two columns may bear one name.
  const places = header.map((name, at) => ({ name, at }));
  return (
    <TableWrap label={t("columnsOf")}>
      <table>
        <thead>
          <tr>
            <Th>{t("theirs")}</Th>
            <Th>{t("sample")}</Th>
            <Th>{t("ours")}</Th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ name, at }) => (
            <tr key={at}>
              <Td>{name || t("unnamed")}</Td>
              <Td muted>
                <span className="line-clamp-2 max-w-[40ch] break-words">
                  {samplesOf(sample, at)}
                </span>
              </Td>
              <Td>
                <Select
                  aria-label={t("oursFor", { column: name || t("unnamed") })}
                  value={mapped[at] ?? ""}
                  onChange={({ target }) => choose(at, target.value)}
                >
                  <option value="">{t("leftOut")}</option>
                  {known.map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </Select>
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function samplesOf(sample: readonly string[][], at: number): string {
  const cells = sample.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== "");
  return [...new Set(cells)].slice(0, 3).join(" · ");
}
