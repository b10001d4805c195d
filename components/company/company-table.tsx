import { useTranslations } from "next-intl";
import { CountryCode } from "@/components/ui/country-code";
import { TableWrap } from "@/components/ui/table-wrap";
import { TextLink } from "@/components/ui/text-link";
import { type Sort, Th } from "@/components/ui/th";
import type { CompanyListItem } from "@/lib/catalogue/company/queries";

/** Companies as rows; every count leads to the deals it counts. */
export function CompanyTable({
  companies,
  sortOf,
  label,
}: {
  companies: CompanyListItem[];
  sortOf: (key: "name" | "country" | "kind") => Sort;
  label: string;
}) {
  const t = useTranslations("companies.columns");
  const enums = useTranslations("enums.companyKind");
  return (
    <TableWrap label={label} pinned>
      <table>
        <thead>
          <tr>
            <Th sort={sortOf("name")}>{t("name")}</Th>
            <Th sort={sortOf("country")}>{t("country")}</Th>
            <Th sort={sortOf("kind")}>{t("kind")}</Th>
            <Th numeric>{t("given")}</Th>
            <Th numeric>{t("taken")}</Th>
            <Th numeric>{t("deals")}</Th>
            <Th numeric>{t("last")}</Th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.id}>
              <th scope="row">
                <TextLink href={`/companies/${company.slug}`} kind="name">
                  {company.name}
                </TextLink>
                {company.native && (
                  <div className="sub" lang={company.lang ?? undefined}>
                    {company.native}
                  </div>
                )}
              </th>
              <td className="nowrap">
                <CountryCode code={company.country} />
                {company.city}
              </td>
              <td>{enums(company.kind)}</td>
              <Count count={company.given} href={`/deals?licensor=${company.slug}`} />
              <Count count={company.taken} href={`/deals?licensee=${company.slug}`} />
              <Count count={company.deals} href={`/deals?company=${company.slug}`} />
              <td className="num nowrap">{company.last_deal_on?.slice(0, 7)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Count({ count, href }: { count: number; href: string }) {
  return (
    <td className="num">
      {count > 0 ? <TextLink href={href}>{count}</TextLink> : <span className="muted">0</span>}
    </td>
  );
}
