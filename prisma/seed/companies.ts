import { type CompanyInput, companyInput } from "@/lib/company/schema";
import { type Sources, toEvidence } from "./evidence";
import type { CompanyRow } from "./files";
import { idOf } from "./ids";

/** The source of all that was recalled. */
const memory = "recalled";

/** The value that memory gives a field, as a claim says it. */
function recalledValue(company: CompanyRow, field: string): string | undefined {
  switch (field) {
    case "city":
      return company.city;
    case "foundedYear":
      return company.foundedYear?.toString();
    case "website":
      return company.website;
    case "identifiers":
      return company.tickers.join(", ");
    case "names":
      return company.names.find(({ kind }) => kind === "NATIVE")?.name;
    default:
      throw new Error(`${company.slug} recalls a field that no claim can state: ${field}`);
  }
}

/** A company of the data files in the shape that the company room saves. */
export function toCompany(company: CompanyRow, sources: Sources): CompanyInput {
  const { slug, parent, tickers, recalled, claims, names, ...fields } = company;
  const remembered = recalled.map((field) => ({
    ...{ field, value: recalledValue(company, field), source: memory, status: "ACCEPTED" },
    note: field === "names" ? "The native name" : undefined,
  }));
  return companyInput.parse({
    ...fields,
    id: idOf("company", slug),
    slug,
    parentId: parent ? idOf("company", parent) : null,
    names: names.map((name) => ({ ...name, id: idOf(slug, "name", name.kind, name.name) })),
    identifiers: tickers.map((value) => ({
      ...{ id: idOf(slug, "ticker", value), scheme: "TICKER", value },
    })),
    ...toEvidence(`company ${slug}`, [...remembered, ...claims], sources),
  });
}
