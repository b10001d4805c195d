import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { CompanyForm } from "@/components/company/form/company-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { WithdrawnNotice } from "@/components/record/withdrawn-notice";
import { orInterrupt } from "@/lib/page";
import { findDraft } from "@/lib/view/draft/queries";
import { formMessages } from "../../../form-messages";
import { companyPick } from "../../../known";
import { save } from "../../save";
import { loadCompany } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/companies/[slug]/edit">): Promise<Metadata> {
  const { company } = await loadCompany((await params).slug, "/edit");
  const t = await getTranslations("company-form");
  return { title: t("editOf", { name: company.doc.name }) };
}

export default async function EditCompanyPage({ params }: PageProps<"/companies/[slug]/edit">) {
  const { ctx, company } = await loadCompany((await params).slug, "/edit");
  const { doc, group, withdrawnAt, withdrawnReason } = company;
  const form = `companies/${doc.slug}/edit`;
  const draft = await orInterrupt(findDraft(ctx, form));
  const t = await getTranslations("company-form");
  return (
    <ClientMessages namespaces={[...formMessages, "company-form"]}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/companies", label: t("list") },
              { href: `/companies/${doc.slug}`, label: doc.name },
              { label: t("edit") },
            ]}
          />
        }
        title={t("editOf", { name: doc.name })}
      />
      {withdrawnAt ? (
        <WithdrawnNotice noun="COMPANY" at={withdrawnAt.toISOString()} reason={withdrawnReason} />
      ) : (
        <CompanyForm
          form={form}
          doc={doc}
          known={group.map(companyPick)}
          places={placeNames(await getLocale())}
          draft={draft}
          save={save}
        />
      )}
    </ClientMessages>
  );
}
