import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LintTable } from "@/components/quality/lint-table";
import { ButtonLink } from "@/components/ui/button-link";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { listLints } from "@/lib/quality/lint/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quality"))("title") };
}

export default async function QualityPage() {
  const lints = await orInterrupt(listLints(await requireContext()));
  const t = await getTranslations("quality");
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={<ButtonLink href="/quality/evidence">{t("evidence.title")}</ButtonLink>}
      />
      <LintTable lints={lints} />
    </>
  );
}
