import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { DealForm } from "@/components/deal/form/deal-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { findDraft } from "@/lib/view/draft/queries";
import { dealFormMessages } from "../../form-messages";
import { createAsset, createCompany } from "../create";
import { save } from "../save";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deal-form");
  return { title: t("newTitle") };
}

export default async function NewDealPage() {
  const form = "deals/new";
  const draft = await orInterrupt(findDraft(await requireContext(), form));
  const t = await getTranslations("deal-form");
  return (
    <ClientMessages namespaces={dealFormMessages}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ href: "/deals", label: t("list") }, { label: t("newTitle") }]} />
        }
        title={t("newTitle")}
      />
      <DealForm
        form={form}
        doc={null}
        known={[]}
        places={placeNames(await getLocale())}
        draft={draft}
        save={save}
        createCompany={createCompany}
        createAsset={createAsset}
      />
    </ClientMessages>
  );
}
