import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { CompanyForm } from "@/components/company/form/company-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { findDraft } from "@/lib/view/draft/queries";
import { formMessages } from "../../form-messages";
import { save } from "../save";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("company-form");
  return { title: t("newTitle") };
}

export default async function NewCompanyPage() {
  const form = "companies/new";
  const draft = await orInterrupt(findDraft(await requireContext(), form));
  const t = await getTranslations("company-form");
  return (
    <ClientMessages namespaces={[...formMessages, "company-form"]}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[{ href: "/companies", label: t("list") }, { label: t("newTitle") }]}
          />
        }
        title={t("newTitle")}
      />
      <CompanyForm
        form={form}
        doc={null}
        known={[]}
        places={placeNames(await getLocale())}
        draft={draft}
        save={save}
      />
    </ClientMessages>
  );
}
