import { useLocale, useTranslations } from "next-intl";
import { territoryLabel } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import type { CompanyView } from "./company-view";

/** Assets that the company holds rights to by deals that stand, and where. */
export function CompanyRights({ rights }: Pick<CompanyView, "rights">) {
  const t = useTranslations("company.rights");
  if (rights.length === 0) return null;
  return (
    <Section id="rights" title={t("title")} note={t("note")}>
      <TableWrap label={t("title")} pinned>
        <table>
          <thead>
            <tr>
              <Th>{t("asset")}</Th>
              <Th>{t("territory")}</Th>
              <Th>{t("rights")}</Th>
              <Th>{t("deal")}</Th>
            </tr>
          </thead>
          <tbody>
            {rights.map((held) => (
              <Held key={held.key} held={held} />
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Section>
  );
}

function Held({ held: { deal, assets, grant } }: { held: CompanyView["rights"][number] }) {
  const t = useTranslations("company.rights");
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const where = grant && territoryLabel(grant.include, grant.exclude, locale, territory);
  return (
    <tr>
      <th scope="row">
        {assets.map(({ slug, name }) => (
          <span key={slug} className="block min-h-6">
            <TextLink href={`/assets/${slug}`} kind="name">
              {name}
            </TextLink>
          </span>
        ))}
      </th>
      <Td muted={!where}>
        {where || t("noTerritory")}
        {grant?.conditions.map((condition) => (
          <span key={condition} className="sub">
            {condition}
          </span>
        ))}
      </Td>
      <Td muted={!grant}>
        {grant ? enums(`exclusivity.${grant.exclusivity}`) : t("noGrant")}
        {grant && grant.rights.length > 0 && (
          <span className="sub">
            {grant.rights.map((right) => enums(`right.${right}`)).join(", ")}
          </span>
        )}
      </Td>
      <td>
        <TextLink href={`/deals/${deal.slug}`} kind="name">
          {deal.title}
        </TextLink>
        <span className="sub">{enums(`dealStatus.${deal.status}`)}</span>
      </td>
    </tr>
  );
}
