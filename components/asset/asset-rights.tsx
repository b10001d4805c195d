import { useLocale, useTranslations } from "next-intl";
import type { AssetGrant, RightsHolder } from "@/lib/insight/asset/dto";
import { type RightsArea, rightsByCountry } from "@/lib/insight/asset/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { countryName, territoryLabel } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { Disclosure } from "../ui/disclosure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { CountryGrid, letterOf } from "./country-grid";
import { RightsForm } from "./rights-form";
import { RightsHolders } from "./rights-holders";

type AssetRightsProps = {
  slug: string;
  grants: AssetGrant[];
  originator: RightsHolder | null;
  /** The day that is shown, YYYY-MM-DD. */
  day: string;
  /** What the address asks. */
  asked: { as_of?: string; country?: string };
};

/** Who holds what on a day, country by country; countries with the same answer are one row. */
export function AssetRights({ slug, grants, originator, day, asked }: AssetRightsProps) {
  const t = useTranslations("asset.rights");
  const locale = useLocale();
  const areas = rightsByCountry(grants, originator, day);
  const here = areas.find(({ countries }) => asked.country && countries.includes(asked.country));
  const title = asked.as_of
    ? t("titleOn", { day: formatPartialDate(day, locale) })
    : t("titleToday");
  if (grants.length === 0) {
    return (
      <Section id="rights" title={t("titleToday")}>
        <p className="text-sm text-ink-3">{t("none")}</p>
      </Section>
    );
  }
  return (
    <Section id="rights" title={title} note={t("note")}>
      <RightsForm action={`/assets/${slug}`} asked={asked} />
      {here && asked.country && (
        <div className="mb-4 rounded-lg border border-line-strong bg-raised px-3.5 py-2.5">
          <h3 className="mb-1 font-sans text-sm font-[560]">
            {t("whoIn", { country: countryName(asked.country, locale) })}
          </h3>
          <div className="text-sm">
            <RightsHolders area={here} />
          </div>
        </div>
      )}
      <AreaTable areas={areas} label={title} />
      {areas.length > 1 && <CountryGrid areas={areas} />}
    </Section>
  );
}

function AreaTable({ areas, label }: { areas: RightsArea[]; label: string }) {
  const t = useTranslations("asset.rights");
  return (
    <TableWrap label={label}>
      <table>
        <thead>
          <tr>
            <Th>{t("where")}</Th>
            <Th numeric>{t("countries")}</Th>
            <Th>{t("who")}</Th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area, index) => (
            <tr key={area.key}>
              <th scope="row">
                {areas.length > 1 && <AreaLetter index={index} />}
                <Where area={area} />
              </th>
              <Td numeric>{area.countries.length}</Td>
              <td>
                <RightsHolders area={area} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function AreaLetter({ index }: { index: number }) {
  return (
    <span className="mr-2 inline-block min-w-5 rounded-sm border border-line-strong text-center text-xs">
      {letterOf(index)}
    </span>
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
