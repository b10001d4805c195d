import { useLocale, useTranslations } from "next-intl";
import type { ListedDeal } from "@/lib/insight/deal/dto";
import { territoryLabel } from "@/lib/territory/rules";
import { Figure } from "../money/figure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { DealTitle } from "./deal-title";
import { Flow } from "./flow";
import { PartyList } from "./party-list";

/** A short table of deals, as they come. Seen from `company`, it names only the others. */
export function DealList({
  label,
  deals,
  company,
}: {
  label: string;
  deals: ListedDeal[];
  company?: string;
}) {
  const t = useTranslations("overview.deals");
  return (
    <TableWrap label={label}>
      <table>
        <thead>
          <tr>
            <Th>{t("deal")}</Th>
            <Th>{t("announced")}</Th>
            <Th>{company ? t("with") : t("parties")}</Th>
            <Th>{t("territory")}</Th>
            <Th numeric>{t("upfront")}</Th>
            <Th numeric>{t("headline")}</Th>
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <Row key={deal.slug} deal={deal} company={company} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Row({ deal, company }: { deal: ListedDeal; company?: string }) {
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const { include, exclude } = deal.territory;
  return (
    <tr>
      <DealTitle deal={deal} about={deal.assets.map(({ name }) => name)} />
      <Td nowrap>
        {deal.announcedOn}
        <span className="sub">{enums(`dealStatus.${deal.status}`)}</span>
      </Td>
      <td className="min-w-40">
        {company ? (
          <PartyList parties={deal.parties.filter(({ slug }) => slug !== company)} />
        ) : (
          <Flow parties={deal.parties} />
        )}
      </td>
      <td className="min-w-24">
        {include.length > 0 ? (
          territoryLabel(include, exclude, locale, territory)
        ) : (
          <span className="muted">{enums("amountWord.NOT_RESEARCHED")}</span>
        )}
      </td>
      <Td numeric>
        <Figure amount={deal.upfront} />
      </Td>
      <Td numeric>
        <Figure amount={deal.headline} />
      </Td>
    </tr>
  );
}
