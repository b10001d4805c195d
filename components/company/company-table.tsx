import { useLocale, useTranslations } from "next-intl";
import type { CompanyListItem } from "@/lib/catalogue/company/queries";
import { formatMoney } from "@/lib/money/rules";
import { fromDay } from "@/lib/partial-date";
import { countryName } from "@/lib/territory/rules";
import { TableWrap } from "../ui/table-wrap";
import { type Sort, Th } from "../ui/th";

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
  const rowOf = useRows();
  return (
    <TableWrap label={label} dense>
      <table className="stacks">
        <colgroup>
          {["name", "country", "kind", "given", "taken", "deals", "moved", "received"].map(
            (name) => (
              <col key={name} className={`w-${name}`} />
            ),
          )}
        </colgroup>
        <thead>
          <tr>
            <Th sort={sortOf("name")}>{t("name")}</Th>
            <Th sort={sortOf("country")}>{t("country")}</Th>
            <Th sort={sortOf("kind")}>{t("kind")}</Th>
            <Th numeric>{t("given")}</Th>
            <Th numeric>{t("taken")}</Th>
            <Th numeric>{t("deals")}</Th>
            <Th numeric>{t("last")}</Th>
            <Th numeric>{t("upfront")}</Th>
          </tr>
        </thead>
        <tbody>{companies.map(rowOf)}</tbody>
      </table>
    </TableWrap>
  );
}

function useRows() {
  const t = useTranslations("companies");
  const kinds = useTranslations("enums.companyKind");
  const locale = useLocale();
  const count = (name: "given" | "taken" | "deals", value: number, href: string) => (
    <td className={value > 0 ? "num" : "num muted"} data-label={t(`columns.${name}`)}>
      {value > 0 ? <a href={href}>{value}</a> : 0}
    </td>
  );
  return (company: CompanyListItem) => (
    <tr key={company.id}>
      <th scope="row">
        <a href={`/companies/${company.slug}`}>{company.name}</a>
        {company.native && (
          <span className="sub" lang={company.lang ?? undefined}>
            {company.native}
          </span>
        )}
      </th>
      <td>
        <abbr className="cc" title={countryName(company.country, locale)}>
          {company.country}
        </abbr>
        {company.city}
      </td>
      <td>{kinds(company.kind)}</td>
      {count("given", company.given, `/deals?licensor=${company.slug}`)}
      {count("taken", company.taken, `/deals?licensee=${company.slug}`)}
      {count("deals", company.deals, `/deals?company=${company.slug}`)}
      <td className="num" data-label={t("columns.last")}>
        {company.last_deal_on && company.last_precision
          ? fromDay(company.last_deal_on, company.last_precision)
          : ""}
      </td>
      {company.upfront_min === null ? (
        <td className="num muted quiet" data-label={t("columns.upfront")}>
          {t("noUpfront")}
        </td>
      ) : (
        <td
          className="num"
          data-label={t("columns.upfront")}
          title={`≥ ${formatMoney(company.upfront_min, "USD", locale)}: ${t("upfrontHint")}`}
        >
          {`≥ ${formatMoney(company.upfront_min, "USD", locale, { compact: true })}`}
        </td>
      )}
    </tr>
  );
}
