import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { UnverifiedField } from "../source/unverified-field";
import { CountryCode } from "../ui/country-code";
import { TextLink } from "../ui/text-link";
import type { CompanyView } from "./company-view";

/** The group as a tree, this company marked in it. Nothing where it stands alone. */
export function CompanyGroup({ doc, group }: Pick<CompanyView, "doc" | "group">) {
  const t = useTranslations("company");
  if (group.length < 2) return null;
  return (
    <Section
      id="group"
      title={
        <>
          {t("group")}
          {doc.parentId && <UnverifiedField evidence={doc} field="parentId" />}
        </>
      }
    >
      <Members of={null} group={group} here={doc.id} />
    </Section>
  );
}

function Members({
  of,
  group,
  here,
}: {
  of: string | null;
  group: CompanyView["group"];
  here: string;
}) {
  const t = useTranslations("company");
  const locale = useLocale();
  const members = group.filter(({ parentId }) => parentId === of);
  if (members.length === 0) return null;
  return (
    <ul className={of === null ? "text-sm" : "ml-2 border-l border-line-strong pl-3"}>
      {members.map(({ id, slug, name, country, withdrawn }) => (
        <li key={id} aria-current={id === here ? "true" : undefined} className="py-0.5">
          <CountryCode code={country} name={countryName(country, locale)} />
          {id === here ? (
            <strong className="font-[560]">{name}</strong>
          ) : (
            <TextLink href={`/companies/${slug}`} kind="name">
              {name}
            </TextLink>
          )}
          {withdrawn && <span className="text-ink-3"> · {t("withdrawn")}</span>}
          <Members of={id} group={group} here={here} />
        </li>
      ))}
    </ul>
  );
}
