import { useLocale } from "next-intl";
import type { CompanyRef } from "@/lib/company/dto";
import { countryName } from "@/lib/territory/rules";
import { CountryCode } from "../ui/country-code";
import { TextLink } from "../ui/text-link";

/** A company as a link to its page, its country before it. */
export function PartyName({ company }: { company: CompanyRef }) {
  const locale = useLocale();
  return (
    <>
      <CountryCode code={company.country} name={countryName(company.country, locale)} />
      <TextLink href={`/companies/${company.slug}`} kind="name">
        {company.name}
      </TextLink>
    </>
  );
}
