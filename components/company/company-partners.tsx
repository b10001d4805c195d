import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import type { CompanyView } from "./company-view";

/** Those it makes deals with, the most frequent first. */
export function CompanyPartners({ doc, partners }: Pick<CompanyView, "doc" | "partners">) {
  const t = useTranslations("company.partners");
  const locale = useLocale();
  if (partners.all === 0) return null;
  return (
    <Section
      id="partners"
      title={t("title")}
      note={
        partners.all > partners.top.length &&
        t("some", { shown: partners.top.length, all: partners.all })
      }
    >
      <TableWrap label={t("title")}>
        <table>
          <thead>
            <tr>
              <Th>{t("partner")}</Th>
              <Th>{t("country")}</Th>
              <Th numeric>{t("given")}</Th>
              <Th numeric>{t("taken")}</Th>
              <Th numeric>{t("together")}</Th>
            </tr>
          </thead>
          <tbody>
            {partners.top.map(({ slug, name, native, lang, country, deals, given, taken }) => (
              <tr key={slug}>
                <th scope="row">
                  <TextLink href={`/companies/${slug}`} kind="name">
                    {name}
                  </TextLink>
                  {native && lang && native !== name && (
                    <span className="sub" lang={lang}>
                      {native}
                    </span>
                  )}
                </th>
                <Td nowrap>{countryName(country, locale)}</Td>
                <Count of={given} href={`/deals?licensor=${doc.slug}&licensee=${slug}`} />
                <Count of={taken} href={`/deals?licensor=${slug}&licensee=${doc.slug}`} />
                <Td numeric>{deals}</Td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Section>
  );
}

function Count({ of, href }: { of: number; href: string }) {
  return (
    <Td numeric muted={of === 0}>
      {of === 0 ? 0 : <TextLink href={href}>{of}</TextLink>}
    </Td>
  );
}
