import { useTranslations } from "next-intl";
import type { CompanyDoc } from "@/lib/company/schema";
import { Section } from "../layout/section";
import { UnverifiedField } from "../source/unverified-field";
import { DefinitionList } from "../ui/definition-list";
import { OutsideLink } from "../ui/outside-link";

/** Listings and registry numbers; those with a public page lead to it. */
export function CompanyIdentifiers({ doc }: { doc: CompanyDoc }) {
  const t = useTranslations("company");
  const enums = useTranslations("enums");
  if (doc.identifiers.length === 0) return null;
  return (
    <Section
      id="identifiers"
      title={
        <>
          {t("identifiers")}
          <UnverifiedField evidence={doc} field="identifiers" />
        </>
      }
    >
      <DefinitionList
        facts={doc.identifiers.map(({ id, scheme, value }) => ({
          key: id,
          term: enums(`companyIdScheme.${scheme}`),
          value: <Identifier scheme={scheme} value={value} />,
        }))}
      />
    </Section>
  );
}

const registries: Record<string, (value: string) => string> = {
  LEI: (value) => `https://search.gleif.org/#/record/${value}`,
  CIK: (value) => `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${value}`,
  ROR: (value) => `https://ror.org/${value}`,
  WIKIDATA: (value) => `https://www.wikidata.org/wiki/${value}`,
};

function Identifier({ scheme, value }: { scheme: string; value: string }) {
  const address = registries[scheme]?.(encodeURIComponent(value));
  const text = <span className="tabular-nums">{value}</span>;
  return address ? <OutsideLink href={address}>{text}</OutsideLink> : text;
}
