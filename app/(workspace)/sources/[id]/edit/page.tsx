import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { placeNames } from "@/components/record/form/place-names";
import { SourceForm } from "@/components/source/form/source-form";
import { orInterrupt } from "@/lib/page";
import { findDraft } from "@/lib/view/draft/queries";
import { formMessages } from "../../../form-messages";
import { save } from "../../save";
import { loadSource } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/sources/[id]/edit">): Promise<Metadata> {
  const { name } = await loadSource((await params).id);
  const t = await getTranslations("source-form");
  return { title: t("editOf", { name }) };
}

export default async function EditSourcePage({ params }: PageProps<"/sources/[id]/edit">) {
  const { ctx, source, name, version } = await loadSource((await params).id);
  const form = `sources/${source.id}/edit`;
  const draft = await orInterrupt(findDraft(ctx, form));
  const t = await getTranslations("source-form");
  return (
    <ClientMessages namespaces={[...formMessages, "source-form"]}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[{ href: `/sources/${source.id}`, label: name }, { label: t("edit") }]}
          />
        }
        title={t("editTitle")}
      />
      <SourceForm
        form={form}
        doc={{ ...source, slug: source.id, version }}
        places={placeNames(await getLocale())}
        draft={draft}
        save={save}
      />
    </ClientMessages>
  );
}
