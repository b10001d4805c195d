import { useLocale, useTranslations } from "next-intl";
import type { RightsHolder } from "@/lib/insight/asset/dto";
import type { Derived, Held, RightsArea } from "@/lib/insight/asset/rules";
import { countryName } from "@/lib/territory/rules";
import { CountryCode } from "../ui/country-code";
import { Tag } from "../ui/tag";
import { TextLink } from "../ui/text-link";

/** Who holds what in an area: by the grants in force, and what follows for the rest. */
export function RightsHolders({ area: { grants, derived } }: { area: RightsArea }) {
  const t = useTranslations("asset.rights");
  // Who holds it now comes before who passed it on.
  const ordered = [...grants].sort((a, b) => Number(a.passedOn) - Number(b.passedOn));
  return (
    <>
      {ordered.map((grant) => (
        <Holder key={grant.id} grant={grant} />
      ))}
      {derived && <DerivedHolder derived={derived} />}
      {grants.length === 0 && !derived && <span className="muted">{t("nobody")}</span>}
    </>
  );
}

function Company({ holder }: { holder: RightsHolder }) {
  const locale = useLocale();
  return (
    <>
      <CountryCode code={holder.country} name={countryName(holder.country, locale)} />
      <TextLink href={`/companies/${holder.slug}`} kind="name">
        {holder.name}
      </TextLink>
    </>
  );
}

function Holder({ grant }: { grant: Held }) {
  const t = useTranslations("asset.rights");
  const enums = useTranslations("enums");
  const { grantee, rights, exclusivity, field, conditions, deal, exclude, passedOn } = grant;
  const carved = exclude.filter((code) => code.includes("-"));
  return (
    <div className="not-first:mt-1.5">
      {grantee ? <Company holder={grantee} /> : t("unnamed")}
      <span className="sub block text-xs text-ink-3">
        {[
          ...(passedOn ? [t("passedOn")] : []),
          ...(exclusivity === "UNKNOWN" ? [] : [enums(`exclusivity.${exclusivity}`)]),
          ...rights.map((right) => enums(`right.${right}`)),
          ...(field ? [t("field", { field })] : []),
          ...(carved.length > 0 ? [t("carved", { places: carved.join(", ") })] : []),
        ].join(" · ")}
      </span>
      {conditions.length > 0 && (
        <span className="sub block text-xs text-triggered">{conditions.join("; ")}</span>
      )}
      <span className="sub block text-xs text-ink-3">
        <TextLink href={`/deals/${deal.slug}`} kind="name">
          {deal.title}
        </TextLink>
      </span>
    </div>
  );
}

const reasons = {
  "never granted": "neverGranted",
  returned: "returned",
  "keeps too": "keepsToo",
} as const;

function DerivedHolder({ derived: { holder, because, deal } }: { derived: Derived }) {
  const t = useTranslations("asset.rights");
  return (
    <div className="not-first:mt-1.5">
      <Company holder={holder} /> <Tag tone="plain">{t("derived")}</Tag>
      <span className="sub block text-xs text-ink-3">{t(`because.${reasons[because]}`)}</span>
      {deal && (
        <span className="sub block text-xs text-ink-3">
          <TextLink href={`/deals/${deal.slug}`} kind="name">
            {deal.title}
          </TextLink>
        </span>
      )}
    </div>
  );
}
