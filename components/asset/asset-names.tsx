import { useTranslations } from "next-intl";
import type { AssetDoc } from "@/lib/asset/schema";
import { Section } from "../layout/section";
import { UnverifiedField } from "../source/unverified-field";
import { DefinitionList } from "../ui/definition-list";

const order = ["INN", "CODE", "BRAND", "NATIVE"] as const;

/** Every name that finds the asset, by what kind of name it is. */
export function AssetNames({ doc }: { doc: AssetDoc }) {
  const t = useTranslations("asset");
  const enums = useTranslations("enums");
  if (doc.names.length === 0) return null;
  return (
    <Section
      id="names"
      title={
        <>
          {t("names")}
          <UnverifiedField evidence={doc} field="names" />
        </>
      }
    >
      <DefinitionList
        facts={order.flatMap((kind) => {
          const names = doc.names.filter((name) => name.kind === kind);
          if (names.length === 0) return [];
          return {
            term: enums(`assetNameKind.${kind}`),
            value: (
              <ul>
                {names.map(({ id, name, lang }) => (
                  <li key={id} lang={lang}>
                    {name}
                  </li>
                ))}
              </ul>
            ),
          };
        })}
      />
    </Section>
  );
}
