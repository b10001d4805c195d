import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { AssetForm } from "@/components/asset/form/asset-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { WithdrawnNotice } from "@/components/record/withdrawn-notice";
import { orInterrupt } from "@/lib/page";
import { findDraft } from "@/lib/view/draft/queries";
import { formMessages } from "../../../form-messages";
import { companyPick } from "../../../known";
import { save } from "../../save";
import { loadAsset } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/assets/[slug]/edit">): Promise<Metadata> {
  const { asset } = await loadAsset((await params).slug, "/edit");
  const t = await getTranslations("asset-form");
  return { title: t("editOf", { name: asset.doc.name }) };
}

export default async function EditAssetPage({ params }: PageProps<"/assets/[slug]/edit">) {
  const { ctx, asset } = await loadAsset((await params).slug, "/edit");
  const { doc, originator, withdrawnAt, withdrawnReason } = asset;
  const form = `assets/${doc.slug}/edit`;
  const draft = await orInterrupt(findDraft(ctx, form));
  const t = await getTranslations("asset-form");
  return (
    <ClientMessages namespaces={[...formMessages, "asset-form"]}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/assets", label: t("list") },
              { href: `/assets/${doc.slug}`, label: doc.name },
              { label: t("edit") },
            ]}
          />
        }
        title={t("editOf", { name: doc.name })}
      />
      {withdrawnAt ? (
        <WithdrawnNotice noun="ASSET" at={withdrawnAt.toISOString()} reason={withdrawnReason} />
      ) : (
        <AssetForm
          form={form}
          doc={doc}
          known={originator ? [companyPick(originator)] : []}
          places={placeNames(await getLocale())}
          draft={draft}
          save={save}
        />
      )}
    </ClientMessages>
  );
}
