import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { DealForm } from "@/components/deal/form/deal-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { WithdrawnNotice } from "@/components/record/withdrawn-notice";
import { orInterrupt } from "@/lib/page";
import { fromDay } from "@/lib/partial-date";
import { findDraft } from "@/lib/view/draft/queries";
import { dealFormMessages } from "../../../form-messages";
import { assetPick, companyPick } from "../../../known";
import { createAsset, createCompany } from "../../create";
import { save } from "../../save";
import { loadDeal } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/deals/[slug]/edit">): Promise<Metadata> {
  const { deal } = await loadDeal((await params).slug, "/edit");
  const t = await getTranslations("deal-form");
  return { title: t("editOf", { name: deal.doc.title }) };
}

export default async function EditDealPage({ params }: PageProps<"/deals/[slug]/edit">) {
  const { ctx, deal } = await loadDeal((await params).slug, "/edit");
  const { doc, withdrawnAt, withdrawnReason } = deal;
  const form = `deals/${doc.slug}/edit`;
  const draft = await orInterrupt(findDraft(ctx, form));
  const t = await getTranslations("deal-form");
  return (
    <ClientMessages namespaces={dealFormMessages}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/deals", label: t("list") },
              { href: `/deals/${doc.slug}`, label: doc.title },
              { label: t("edit") },
            ]}
          />
        }
        title={t("editOf", { name: doc.title })}
      />
      {withdrawnAt ? (
        <WithdrawnNotice noun="DEAL" at={withdrawnAt.toISOString()} reason={withdrawnReason} />
      ) : (
        <DealForm
          form={form}
          doc={doc}
          known={knownTo(deal)}
          places={placeNames(await getLocale())}
          draft={draft}
          save={save}
          createCompany={createCompany}
          createAsset={createAsset}
        />
      )}
    </ClientMessages>
  );
}

/** The names of what the deal refers to. */
function knownTo({ companies, assets, linksTo }: Awaited<ReturnType<typeof loadDeal>>["deal"]) {
  return [
    ...[...companies.values()].map(companyPick),
    ...[...assets.values()].map(assetPick),
    ...linksTo.map(({ to }) => ({
      id: to.id,
      slug: to.slug,
      label: to.title,
      mark: fromDay(to.announcedOn, to.announcedPrecision),
    })),
  ];
}
