import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AssetDoc } from "@/lib/asset/schema";
import type { CompanyRef } from "@/lib/company/dto";
import { countryName } from "@/lib/territory/rules";
import { UnverifiedField } from "../source/unverified-field";
import { CountryCode } from "../ui/country-code";
import { DefinitionList } from "../ui/definition-list";
import { TextLink } from "../ui/text-link";

/** What the asset is, who made it and how far it is. */
export function AssetFacts({ doc, originator }: { doc: AssetDoc; originator: CompanyRef | null }) {
  const t = useTranslations("asset.facts");
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
  return (
    <div className="mb-6 rounded-lg border border-line bg-raised">
      <DefinitionList
        look="strip"
        facts={[
          fact("modality", enums(`modality.${doc.modality}`)),
          fact("targets", doc.targets.join(" · ")),
          fact(
            "currentStage",
            doc.currentStage !== "UNKNOWN" && enums(`stage.${doc.currentStage}`),
          ),
          fact(
            "originatorId",
            originator && (
              <>
                <CountryCode
                  code={originator.country}
                  name={countryName(originator.country, locale)}
                />
                <TextLink href={`/companies/${originator.slug}`} kind="name">
                  {originator.name}
                </TextLink>
              </>
            ),
          ),
        ]}
      />
    </div>
  );
}
