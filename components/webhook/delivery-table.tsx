import { useFormatter, useTranslations } from "next-intl";
import type { Delivery } from "@/lib/people/webhook/dto";
import { minute } from "../auth/minute";
import { StatusDot } from "../ui/status-dot";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";

const tones = { DELIVERED: "paid", WAITING: "open", GIVEN_UP: "lapsed" } as const;

/** What was sent lately, and what became of it. */
export function DeliveryTable({ label, deliveries }: { label: string; deliveries: Delivery[] }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  return (
    <TableWrap label={label}>
      <table>
        <thead>
          <tr>
            <Th>{t("at")}</Th>
            <Th>{t("state")}</Th>
            <Th numeric>{t("changes")}</Th>
            <Th numeric>{t("attempts")}</Th>
            <Th>{t("answer")}</Th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, at, state, changes, attempts, answer }) => (
            <tr key={id}>
              <th scope="row" className="font-normal whitespace-nowrap">
                <time dateTime={at}>{minute(at)}</time>
              </th>
              <Td>
                <StatusDot tone={tones[state]}>{t(`states.${state}`)}</StatusDot>
              </Td>
              <Td numeric>{format.number(changes)}</Td>
              <Td numeric>{format.number(attempts)}</Td>
              <Td muted={answer === null}>{answer ?? t("none")}</Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
