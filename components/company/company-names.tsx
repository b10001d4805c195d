import { useLocale, useTranslations } from "next-intl";
import type { CompanyDoc } from "@/lib/company/schema";
import { Section } from "../layout/section";
import { UnverifiedField } from "../source/unverified-field";
import { DefinitionList } from "../ui/definition-list";

const order = ["NATIVE", "LEGAL", "ALIAS", "FORMER"] as const;

/** Every name that finds the company, by what kind of name it is, with its language. */
export function CompanyNames({ doc }: { doc: CompanyDoc }) {
  const t = useTranslations("company");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  return (
    <Section
      id="names"
      title={
        <>
          {t("names")}
          {doc.names.length > 0 && <UnverifiedField evidence={doc} field="names" />}
        </>
      }
    >
      <DefinitionList
        facts={[
          { term: enums("companyNameKind.NAME"), value: doc.name },
          ...order.flatMap((kind) => {
            const names = doc.names.filter((name) => name.kind === kind);
            if (names.length === 0) return [];
            return {
              term: enums(`companyNameKind.${kind}`),
              value: (
                <ul>
                  {names.map(({ id, name, lang }) => (
                    <li key={id}>
                      <span lang={lang}>{name}</span>
                      {!lang.startsWith("en") && (
                        <span className="ml-1.5 text-xs text-ink-3">{languages.of(lang)}</span>
                      )}
                    </li>
                  ))}
                </ul>
              ),
            };
          }),
        ]}
      />
    </Section>
  );
}
