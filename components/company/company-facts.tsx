import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CompanyDoc } from "@/lib/company/schema";
import { countryName } from "@/lib/territory/rules";
import { hostOf } from "../source/source-name";
import { UnverifiedField } from "../source/unverified-field";
import { CountryCode } from "../ui/country-code";
import { DefinitionList } from "../ui/definition-list";
import { OutsideLink } from "../ui/outside-link";

/** What the company is. Each fact that no source better than memory supports says so. */
export function CompanyFacts({ doc }: { doc: CompanyDoc }) {
  const t = useTranslations("company.facts");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const fact = (field: string, value: ReactNode) => ({
    key: field,
    term: t(field),
    value: value ? (
      <>
        {value}
        <UnverifiedField evidence={doc} field={field} />
      </>
    ) : (
      <span className="font-normal text-ink-3">{t("unknown")}</span>
    ),
  });
  const tickers = doc.identifiers.filter(({ scheme }) => scheme === "TICKER");
  return (
    <div className="mb-6 rounded-lg border border-line bg-raised">
      <DefinitionList
        look="strip"
        facts={[
          fact(
            "country",
            <>
              <CountryCode code={doc.country} />
              {countryName(doc.country, locale)}
            </>,
          ),
          fact("city", doc.city),
          fact("kind", enums(`companyKind.${doc.kind}`)),
          fact("foundedYear", doc.foundedYear),
          fact(
            "website",
            doc.website && <OutsideLink href={doc.website}>{hostOf(doc.website)}</OutsideLink>,
          ),
          {
            key: "listings",
            term: t("listings"),
            value:
              tickers.length > 0 ? (
                <span className="tabular-nums">
                  {tickers.map(({ value }) => value).join(" · ")}
                </span>
              ) : (
                <span className="font-normal text-ink-3">{t("noListing")}</span>
              ),
          },
        ]}
      />
    </div>
  );
}
