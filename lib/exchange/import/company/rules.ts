import { v7 as uuid } from "uuid";
import { CompanyKind } from "@/prisma/generated/enums";
import { langOfName } from "../../../company/rules";
import { type CompanyDoc, type CompanyInput, companyInput } from "../../../company/schema";
import { noEvidence } from "../../../source/schema";
import { countryCode } from "../../../territory/schema";
import { line } from "../../../text";
import {
  addressCell,
  codeCell,
  namesCell,
  textCell,
  textsCell,
  wordCell,
  yearCell,
} from "../cell/rules";
import { type Built, type Cells, type Draft, type Layout, type Refs, splitList } from "../rules";

const names = textsCell(line(200));
const numbers = textsCell(line(60));

export const companyLayout: Layout = {
  idColumn: "company_id",
  labelColumn: "name",
  required: ["name", "country", "kind"],
  readers: {
    name: textCell(line(200)),
    native_name: names,
    aliases: names,
    former_names: names,
    kind: wordCell(Object.values(CompanyKind)),
    country: codeCell(countryCode),
    city: textCell(line(100)),
    parent_id: namesCell,
    parent_name: namesCell,
    tickers: numbers,
    lei: numbers,
    isin: numbers,
    wikidata: numbers,
    website: addressCell,
    founded_year: yearCell,
  },
  names: [{ names: "parent_name", ids: "parent_id", noun: "companies" }],
  ids: { parent_id: "companies" },
  aside: [
    ...["schema_version", "company_id", "company_url", "created_at", "updated_at", "version"],
  ],
  sameIf: ["name"],
};

const nameColumns = { native_name: "NATIVE", aliases: "ALIAS", former_names: "FORMER" } as const;
const idColumns = { tickers: "TICKER", lei: "LEI", isin: "ISIN", wikidata: "WIKIDATA" } as const;

/** The names of a company once these columns are set: what is named again stays as it is. */
function namesOf(before: CompanyInput["names"], values: Cells): CompanyInput["names"] {
  let now = before;
  for (const [column, kind] of Object.entries(nameColumns)) {
    const cell = values[column];
    if (cell === undefined) continue;
    const old = now.filter((name) => name.kind === kind);
    const named = splitList(cell).map(
      (name) =>
        old.find((one) => one.name === name) ?? { id: uuid(), name, lang: langOfName(name), kind },
    );
    now = [...now.filter((name) => name.kind !== kind), ...named];
  }
  return now;
}

function identifiersOf(before: CompanyInput["identifiers"], values: Cells) {
  let now = before;
  for (const [column, scheme] of Object.entries(idColumns)) {
    const cell = values[column];
    if (cell === undefined) continue;
    const old = now.filter((one) => one.scheme === scheme);
    const named = splitList(cell).map(
      (value) => old.find((one) => one.value === value) ?? { id: uuid(), scheme, value },
    );
    now = [...now.filter((one) => one.scheme !== scheme), ...named];
  }
  return now;
}

/** The company that one row makes of what is stored. */
export function buildCompany(
  doc: CompanyDoc | null,
  [draft]: readonly Draft[],
  refs: Refs,
): Built<CompanyInput> {
  const values = draft?.values ?? {};
  const at = <T>(column: string, now: T) => (column in values ? values[column] : now);
  const parent = values.parent_id;
  const built = companyInput.safeParse({
    ...(doc ? { id: doc.id, version: doc.version } : draft?.slug && { slug: draft.slug }),
    name: at("name", doc?.name),
    country: at("country", doc?.country),
    kind: at("kind", doc?.kind),
    city: at("city", doc?.city ?? null),
    website: at("website", doc?.website ?? null),
    foundedYear: at("founded_year", doc?.foundedYear ?? null),
    parentId:
      parent === undefined
        ? (doc?.parentId ?? null)
        : (refs.companies.get(parent ?? "")?.id ?? null),
    names: namesOf(doc?.names ?? [], values),
    identifiers: identifiersOf(doc?.identifiers ?? [], values),
    ...(doc ? { sources: doc.sources, claims: doc.claims } : noEvidence),
  });
  if (built.success) return { input: built.data };
  return {
    problems: built.error.issues.map(({ path, message }) => ({
      code: "REFUSED",
      column: companyColumn(path.join(".")),
      message,
    })),
  };
}

const columnsOf: Record<string, string> = {
  foundedYear: "founded_year",
  parentId: "parent_id",
  names: "aliases",
  identifiers: "tickers",
  slug: "company_id",
};

export function companyColumn(path: string): string {
  const [field = ""] = path.split(".");
  return columnsOf[field] ?? field;
}
