import "server-only";
import { saveCompanies } from "../../../company/commands";
import { loadCompanyDocs } from "../../../company/queries";
import { companyProblems } from "../../../company/rules";
import type { CompanyDoc, CompanyInput } from "../../../company/schema";
import { sql } from "../../../sql";
import { companies, companyTables } from "../../company/queries";
import { unguardCell } from "../../rules";
import { findNames } from "../ref/queries";
import type { Importer } from "../row/queries";
import { buildCompany, companyColumn, companyLayout } from "./rules";

/** Companies of a file. A row without an address is the one company that bears its name. */
export const companyImporter: Importer<CompanyDoc, CompanyInput> = {
  kind: "companies",
  layout: companyLayout,
  columns: companies.columns,
  rowsOf: (slugs) =>
    sql`FROM ${companyTables()} WHERE company.slug = ANY (${slugs}::text[]) AND company.withdrawn_at IS NULL`,
  record: { id: "company.id", version: "company.version" },
  noun: "companies",
  async recognise(_, rows) {
    const names = rows.map(({ cells }) => unguardCell(cells.get("name") ?? "").trim());
    const found = await findNames("companies", names.filter(Boolean));
    return new Map(
      rows.flatMap(({ number }, at) => {
        const slug = found.get(names[at] ?? "")?.slug;
        return slug ? [[number, slug] as const] : [];
      }),
    );
  },
  load: loadCompanyDocs,
  build: buildCompany,
  problems: companyProblems,
  columnOf: companyColumn,
  save: saveCompanies,
};
