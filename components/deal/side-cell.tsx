import { CountryCode } from "@/components/ui/country-code";
import { TextLink } from "@/components/ui/text-link";
import type { RowParty } from "@/lib/catalogue/deal/dto";

/** The companies of one side: the first by its names, how many more there are. */
export function SideCell({ parties }: { parties: RowParty[] }) {
  const [first, ...more] = parties;
  if (!first) return <td />;
  return (
    <td className="w-[13%] min-w-32">
      <span>
        <CountryCode code={first.country} />
        <TextLink href={`/companies/${first.slug}`} kind="name">
          {first.name}
        </TextLink>
        {more.length > 0 && (
          <span className="muted" title={more.map(({ name }) => name).join(", ")}>
            {` +${more.length}`}
          </span>
        )}
      </span>
      {first.native && (
        <div className="sub" lang={first.lang ?? undefined}>
          {first.native}
        </div>
      )}
    </td>
  );
}
