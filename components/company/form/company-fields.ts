import { v7 as uuid } from "uuid";
import type { CompanyDoc } from "@/lib/company/schema";
import type { CompanyKind } from "@/prisma/generated/enums";

/** A company as it stands on the form: what is not chosen yet is "". */
export type CompanyFields = Omit<CompanyDoc, "version" | "slug" | "kind" | "foundedYear"> & {
  kind: CompanyKind | "";
  foundedYear: string;
  /** The address of a company that has one already. */
  slug: string | null;
};

export function blankCompany(name = ""): CompanyFields {
  return {
    id: uuid(),
    slug: null,
    name,
    country: "",
    city: null,
    kind: "",
    foundedYear: "",
    website: null,
    parentId: null,
    names: [],
    identifiers: [],
    sources: [],
    claims: [],
  };
}

export function toCompanyFields({ version: _, foundedYear, ...doc }: CompanyDoc): CompanyFields {
  return { ...doc, foundedYear: foundedYear === null ? "" : String(foundedYear) };
}

/** What the room parses. Without a version it is a new company, under the id that the form gave it. */
export function toCompanyInput({ slug, ...fields }: CompanyFields, version: number | undefined) {
  return { ...fields, ...(slug !== null && { slug }), ...(version !== undefined && { version }) };
}
