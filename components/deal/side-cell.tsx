import type { RowParty } from "@/lib/catalogue/deal/dto";
import { countryName } from "@/lib/territory/rules";

/** The companies of one side: the first by its names, and how many more there are. */
export function SideCell({
  parties: [first, ...more],
  name,
  locale,
}: {
  parties: RowParty[];
  name: string;
  locale: string;
}) {
  if (!first) return <td key={name} />;
  return (
    <td key={name}>
      <abbr className="cc" title={countryName(first.country, locale)}>
        {first.country}
      </abbr>
      <a href={`/companies/${first.slug}`} title={first.name}>
        {first.name}
      </a>
      {more.length > 0 && (
        <span className="muted" title={more.map((party) => party.name).join(", ")}>
          {` +${more.length}`}
        </span>
      )}
      {first.native && (
        <span className="sub" lang={first.lang ?? undefined}>
          {first.native}
        </span>
      )}
    </td>
  );
}
