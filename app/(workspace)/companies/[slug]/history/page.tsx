import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/app/record-history";
import { loadCompanyRefs } from "@/lib/company/queries";
import type { CompanyDoc } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { restoreVersion } from "../actions";
import { loadCompany } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/companies/[slug]/history">): Promise<Metadata> {
  const { company } = await loadCompany((await params).slug, "/history");
  const t = await getTranslations("history");
  return { title: t("of", { title: company.doc.name }) };
}

export default async function CompanyHistoryPage({
  params,
  searchParams,
}: PageProps<"/companies/[slug]/history">) {
  const { ctx, company } = await loadCompany((await params).slug, "/history");
  const t = await getTranslations("company");
  return (
    <RecordHistory
      ctx={ctx}
      noun="COMPANY"
      doc={company.doc}
      withdrawn={company.withdrawnAt !== null}
      name={company.doc.name}
      list={{ href: "/companies", label: t("companies") }}
      address={`/companies/${company.doc.slug}`}
      query={await searchParams}
      names={await namesIn(ctx, company.doc)}
      restore={restoreVersion}
    />
  );
}

/** What the ids in a company's history stand for. */
async function namesIn(ctx: Ctx, doc: CompanyDoc): Promise<ReadonlyMap<string, string>> {
  const parents = await loadCompanyRefs(ctx, doc.parentId ? [doc.parentId] : []);
  return new Map([
    ...[...parents.values()].map(({ id, name }) => [id, name] as const),
    ...doc.names.map(({ id, name }) => [id, name] as const),
    ...doc.identifiers.map(({ id, value }) => [id, value] as const),
    ...doc.sources.map(({ id, publisher, title }) => [id, publisher ?? title ?? ""] as const),
  ]);
}
