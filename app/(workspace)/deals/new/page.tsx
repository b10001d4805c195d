import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { DealForm } from "@/components/deal/form/deal-form";
import { Intake } from "@/components/intake/intake";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { ButtonLink } from "@/components/ui/button-link";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { findDraft } from "@/lib/view/draft/queries";
import { dealFormMessages } from "../../form-messages";
import { createAsset, createCompany } from "../create";
import { save } from "../save";
import { read } from "./read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deal-form");
  return { title: t("newTitle") };
}

export default async function NewDealPage({ searchParams }: PageProps<"/deals/new">) {
  const fromText = (await searchParams).from === "text";
  const form = "deals/new";
  const draft = await orInterrupt(findDraft(await requireContext(), form));
  const t = await getTranslations("deal-form");
  const places = placeNames(await getLocale());
  const props = { form, places, draft, save, createCompany, createAsset };
  return (
    <ClientMessages namespaces={fromText ? [...dealFormMessages, "intake"] : dealFormMessages}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ href: "/deals", label: t("list") }, { label: t("newTitle") }]} />
        }
        title={t("newTitle")}
        actions={
          <ButtonLink href={fromText ? "/deals/new" : "/deals/new?from=text"}>
            {t(fromText ? "withoutText" : "fromText")}
          </ButtonLink>
        }
      />
      {fromText ? <Intake {...props} read={read} /> : <DealForm {...props} doc={null} known={[]} />}
    </ClientMessages>
  );
}
