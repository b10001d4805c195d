import { useLocale, useTranslations } from "next-intl";
import type { AssetDeal } from "@/lib/insight/asset/dto";
import { territoryLabel } from "@/lib/territory/rules";
import { DealTitle } from "../deal/deal-title";
import { Flow } from "../deal/flow";
import { Section } from "../layout/section";
import { Figure } from "../money/figure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";

/** Every deal along the asset's life, the first first. */
export function AssetLife({ deals }: { deals: AssetDeal[] }) {
  const t = useTranslations("asset.life");
  const words = useTranslations("overview.deals");
  return (
    <Section id="life" title={t("title")} note={deals.length > 0 && t("note")}>
      {deals.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <TableWrap label={t("title")} pinned>
          <table>
            <thead>
              <tr>
                <Th>{words("deal")}</Th>
                <Th>{words("announced")}</Th>
                <Th>{words("parties")}</Th>
                <Th>{words("territory")}</Th>
                <Th>{t("stage")}</Th>
                <Th numeric>{words("headline")}</Th>
              </tr>
            </thead>
            <tbody>
              {deals.map((deal) => (
                <Row key={deal.slug} deal={deal} />
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </Section>
  );
}

function Row({ deal }: { deal: AssetDeal }) {
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const { include, exclude } = deal.territory;
  return (
    <tr>
      <DealTitle deal={deal} about={deal.indications} />
      <Td nowrap>
        {deal.announcedOn}
        <span className="sub">{enums(`dealStatus.${deal.status}`)}</span>
      </Td>
      <td className="min-w-44">
        <Flow parties={deal.parties} />
      </td>
      <Td muted={include.length === 0}>
        {include.length > 0
          ? territoryLabel(include, exclude, locale, territory)
          : enums("amountWord.NOT_RESEARCHED")}
      </Td>
      <Td nowrap>{enums(`stage.${deal.stageAtSigning}`)}</Td>
      <Td numeric>
        <Figure amount={deal.headline} />
      </Td>
    </tr>
  );
}
