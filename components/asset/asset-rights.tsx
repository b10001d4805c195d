import { useLocale, useTranslations } from "next-intl";
import type { AssetGrant } from "@/lib/insight/asset/dto";
import { type RightsArea, rightsByCountry } from "@/lib/insight/asset/rules";
import { countryName, territoryLabel } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { CountryCode } from "../ui/country-code";
import { Disclosure } from "../ui/disclosure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";

/** Who holds what today, country by country; countries with the same answer are one row. */
export function AssetRights({ grants }: { grants: AssetGrant[] }) {
  const t = useTranslations("asset.rights");
  return (
    <Section id="rights" title={t("title")} note={grants.length > 0 && t("note")}>
      {grants.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <TableWrap label={t("title")}>
          <table>
            <thead>
              <tr>
                <Th>{t("where")}</Th>
                <Th numeric>{t("countries")}</Th>
                <Th>{t("who")}</Th>
              </tr>
            </thead>
            <tbody>
              {rightsByCountry(grants).map((area) => (
                <tr key={area.key}>
                  <th scope="row">
                    <Where area={area} />
                  </th>
                  <Td numeric>{area.countries.length}</Td>
                  <td>
                    {area.grants.length === 0 && <span className="muted">{t("nobody")}</span>}
                    {area.grants.map((grant) => (
                      <Holder key={grant.id} grant={grant} />
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </Section>
  );
}

const mostNamed = 12;

function Where({ area: { include, exclude, countries } }: { area: RightsArea }) {
  const t = useTranslations("asset.rights");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const names = (codes: readonly string[]) =>
    new Intl.ListFormat(locale, { type: "unit" }).format(
      codes.map((code) => countryName(code, locale)),
    );
  if (include.length === countries.length) {
    if (countries.length <= mostNamed) return names(countries);
    return (
      <Disclosure summary={t("others", { count: countries.length })}>
        <span className="text-xs font-normal">{names(countries)}</span>
      </Disclosure>
    );
  }
  return (
    <>
      {territoryLabel(include, exclude, locale, territory)}
      {exclude.length > 0 && (
        <span className="sub">{t("without", { countries: names(exclude) })}</span>
      )}
    </>
  );
}

function Holder({ grant }: { grant: AssetGrant }) {
  const t = useTranslations("asset.rights");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const { grantee, rights, exclusivity, field, conditions, deal, exclude } = grant;
  const carved = exclude.filter((code) => code.includes("-"));
  return (
    <div className="not-first:mt-1.5">
      {grantee ? (
        <>
          <CountryCode code={grantee.country} name={countryName(grantee.country, locale)} />
          <TextLink href={`/companies/${grantee.slug}`} kind="name">
            {grantee.name}
          </TextLink>
        </>
      ) : (
        t("unnamed")
      )}
      <span className="sub">
        {[
          ...(exclusivity === "UNKNOWN" ? [] : [enums(`exclusivity.${exclusivity}`)]),
          ...rights.map((right) => enums(`right.${right}`)),
          ...(field ? [t("field", { field })] : []),
          ...(carved.length > 0 ? [t("carved", { places: carved.join(", ") })] : []),
        ].join(" · ")}
      </span>
      {conditions.length > 0 && <span className="sub text-triggered">{conditions.join("; ")}</span>}
      <span className="sub">
        <TextLink href={`/deals/${deal.slug}`} kind="name">
          {deal.title}
        </TextLink>
      </span>
    </div>
  );
}
