import { useLocale, useTranslations } from "next-intl";
import type { HeldGrant, HeldRights } from "@/lib/insight/company/dto";
import { territoryLabel } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
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
              <Th>{t("rights")}</Th>
              <Th>{t("deal")}</Th>
            </tr>
          </thead>
          <tbody>
            {rights.map((held) => (
              <Held key={held.deal.slug} held={held} />
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Section>
  );
}

function Held({ held: { deal, assets, grants } }: { held: HeldRights }) {
  const t = useTranslations("company.rights");
  const enums = useTranslations("enums");
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
      <td>
        {grants.length === 0 && <span className="muted">{t("noGrant")}</span>}
        {grants.map((grant) => (
          <Grant key={grant.id} grant={grant} />
        ))}
      </td>
      <td>
        <TextLink href={`/deals/${deal.slug}`} kind="name">
          {deal.title}
        </TextLink>
        <span className="sub">{enums(`dealStatus.${deal.status}`)}</span>
      </td>
    </tr>
  );
}

function Grant({ grant }: { grant: HeldGrant }) {
  const t = useTranslations("company.rights");
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const { include, exclude, rights, exclusivity, wording, conditions } = grant;
  const known = exclusivity === "UNKNOWN" ? [] : [enums(`exclusivity.${exclusivity}`)];
  return (
    <div className="not-first:mt-1.5">
      {territoryLabel(include, exclude, locale, territory) || (
        <span className="muted">{t("noTerritory")}</span>
      )}
      <span className="sub">
        {[...known, ...rights.map((right) => enums(`right.${right}`))].join(" · ")}
      </span>
      {wording && <q className="sub">{wording}</q>}
      {conditions.map((condition) => (
        <span key={condition} className="sub text-triggered">
          {condition}
        </span>
      ))}
    </div>
  );
}
