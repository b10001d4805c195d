import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { UnprovenTable } from "@/components/quality/unproven-table";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { listUnprovenFigures } from "@/lib/quality/evidence/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quality.evidence"))("title") };
}

export default async function EvidencePage() {
  const { figures, unproven, of } = await orInterrupt(listUnprovenFigures(await requireContext()));
  const quality = await getTranslations("quality");
  const t = await getTranslations("quality.evidence");
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[{ href: "/quality", label: quality("title") }, { label: t("title") }]}
          />
        }
        title={t("title")}
        note={t("note", { unproven, of, shown: figures.length })}
      />
      {figures.length > 0 && <UnprovenTable figures={figures} />}
    </>
  );
}
