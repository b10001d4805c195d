import type { Prisma } from "@/prisma/generated/client";
import { langOfName } from "./rules";
import type { CompanyDoc, CompanyInput } from "./schema";

const ordered = { orderBy: { position: "asc" } } as const;

export const companyDocSelect = {
  id: true,
  slug: true,
  name: true,
  country: true,
  city: true,
  kind: true,
  foundedYear: true,
  website: true,
  parentId: true,
  version: true,
  names: { select: { id: true, name: true, lang: true, kind: true }, ...ordered },
  identifiers: { select: { id: true, scheme: true, value: true }, ...ordered },
} satisfies Prisma.CompanySelect;

type DocRow = Prisma.CompanyGetPayload<{ select: typeof companyDocSelect }>;

export function toCompanyDoc(
  row: DocRow,
  evidence: Pick<CompanyDoc, "sources" | "claims">,
): CompanyDoc {
  const names = row.names.flatMap(({ kind, ...rest }) =>
    kind === "NAME" ? [] : [{ ...rest, kind }],
  );
  return { ...row, names, ...evidence };
}

/** How a company shows in lists, pickers and beside a deal. `native` is its first native name. */
export const companyRefSelect = {
  id: true,
  slug: true,
  name: true,
  country: true,
  kind: true,
  withdrawnAt: true,
  names: {
    select: { name: true, lang: true },
    where: { kind: "NATIVE" },
    orderBy: { position: "asc" },
    take: 1,
  },
} satisfies Prisma.CompanySelect;

type RefRow = Prisma.CompanyGetPayload<{ select: typeof companyRefSelect }>;

export type CompanyRef = {
  id: string;
  slug: string;
  name: string;
  country: string;
  kind: RefRow["kind"];
  native: { name: string; lang: string } | null;
  withdrawn: boolean;
};

export function toCompanyRef({ names, withdrawnAt, ...row }: RefRow): CompanyRef {
  return { ...row, native: names[0] ?? null, withdrawn: withdrawnAt !== null };
}

export function companyColumns(company: CompanyInput) {
  const { name, country, city, kind, foundedYear, website, parentId } = company;
  return { name, country, city, kind, foundedYear, website, parentId };
}

/** The rows below a company. `nameRowId` is the id of its NAME row, which the document doesn't show. */
export function companyRows(id: string, company: CompanyInput, nameRowId: string) {
  const main = {
    id: nameRowId,
    name: company.name,
    lang: langOfName(company.name),
    kind: "NAME",
  } as const;
  return {
    names: [main, ...company.names].map((name, position) => ({ ...name, companyId: id, position })),
    identifiers: company.identifiers.map((value, position) => ({
      ...value,
      companyId: id,
      position,
    })),
  };
}
