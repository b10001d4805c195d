import { useTranslations } from "next-intl";
import type { StoredRate } from "@/lib/fx/dto";
import { Disclosure } from "../ui/disclosure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { VisuallyHidden } from "../ui/visually-hidden";
import { type CorrectAction, CorrectionForm } from "./correction-form";

/** Stored rates of one currency, newest first; `correct` for those who may. */
export function RateTable({ rates, correct }: { rates: StoredRate[]; correct?: CorrectAction }) {
  const t = useTranslations("rates");
  return (
    <TableWrap label={t("rates")}>
      <table>
        <thead>
          <tr>
            <Th>{t("on")}</Th>
            <Th>{t("pair")}</Th>
            <Th numeric>{t("rate")}</Th>
            <Th>{t("source")}</Th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.id}>
              <th scope="row" className="whitespace-nowrap">
                {rate.on}
              </th>
              <Td nowrap>{`${rate.base}/${rate.quote}`}</Td>
              <Td numeric>{rate.rate}</Td>
              <td className="w-3/5 min-w-72 [overflow-wrap:anywhere]">
                {rate.source}
                {correct && (
                  <Disclosure
                    summary={
                      <>
                        {t("correct")} <VisuallyHidden>{rate.on}</VisuallyHidden>
                      </>
                    }
                  >
                    <CorrectionForm rate={rate} action={correct} />
                  </Disclosure>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
