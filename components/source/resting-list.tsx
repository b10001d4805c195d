import { useTranslations } from "next-intl";
import type { Resting } from "@/lib/insight/source/dto";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
import { Th } from "../ui/th";
import { RestingRows } from "./resting-rows";

const nouns = ["DEAL", "COMPANY", "ASSET"] as const;

/** Everything that rests on the document, noun by noun: each field with what the document says of it. */
export function RestingList({ resting }: { resting: Resting[] }) {
  const t = useTranslations("source");
  if (resting.length === 0) return <p className="text-sm text-ink-3">{t("nothingRests")}</p>;
  return (
    <div className="grid gap-8">
      {nouns.map((noun) => {
        const own = resting.filter(({ record }) => record.noun === noun);
        if (own.length === 0) return null;
        const title = t(`rests.${noun}`, { count: own.length });
        return (
          <Section key={noun} id={noun.toLowerCase()} title={title}>
            <TableWrap label={title}>
              <table>
                <thead>
                  <tr>
                    <Th>{t("record")}</Th>
                    <Th>{t("field")}</Th>
                    <Th>{t("value")}</Th>
                    <Th>{t("status")}</Th>
                  </tr>
                </thead>
                <tbody>
                  {own.map((one) => (
                    <RestingRows key={one.record.slug} resting={one} />
                  ))}
                </tbody>
              </table>
            </TableWrap>
          </Section>
        );
      })}
    </div>
  );
}
