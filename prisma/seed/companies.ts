import { companyInput } from "@/lib/company/schema";
import { toEvidence } from "./evidence";
import type { Row } from "./files";
import { idOf } from "./ids";

/** The value that memory gives a field, as a claim says it. */
function recalledValue(company: Row<"companies">, field: string): string {
  switch (field) {
    case "foundedYear":
      return String(company.foundedYear);
    case "identifiers":
      return company.tickers.join(", ");
    case "names":
      return company.names.map(({ name }) => name).join(", ");
    case "website":
      return company.website ?? "";
    default:
      return company.city ?? "";
  }
}

export function toCompany(company: Row<"companies">, sources: ReadonlyMap<string, Row<"sources">>) {
  const { slug, parent, tickers, recalled, claims, names, ...fields } = company;
  const remembered = recalled.map((field) => ({
    field,
    value: recalledValue(company, field),
    source: "recalled",
    status: "ACCEPTED",
  }));
  return companyInput.parse({
    ...fields,
    id: idOf("company", slug),
    slug,
    parentId: parent ? idOf("company", parent) : null,
    names: names.map((name) => ({ ...name, id: idOf(slug, "name", name.kind, name.name) })),
    identifiers: tickers.map((value) => ({
      id: idOf(slug, "ticker", value),
      scheme: "TICKER",
      value,
    })),
    ...toEvidence(`company ${slug}`, [...remembered, ...claims], sources),
  });
}
