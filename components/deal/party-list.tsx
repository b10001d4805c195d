import { useLocale } from "next-intl";
import type { ListedParty } from "@/lib/insight/deal/dto";
import { countryName } from "@/lib/territory/rules";
import { CountryCode } from "../ui/country-code";
import { TextLink } from "../ui/text-link";

/** Companies one under another, each once, with its country and, on hover, its name in its own script. */
export function PartyList({ parties }: { parties: ListedParty[] }) {
  const locale = useLocale();
  const once = [...new Map(parties.map((party) => [party.slug, party])).values()];
  return once.map(({ slug, name, native, country }) => (
    <span key={slug} className="block" title={native ?? undefined}>
      <CountryCode code={country} name={countryName(country, locale)} />
      <TextLink href={`/companies/${slug}`} kind="name">
        {name}
      </TextLink>
    </span>
  ));
}
