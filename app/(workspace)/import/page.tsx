import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { ImportList } from "@/components/import/import-list";
import { UploadPanel } from "@/components/import/upload-panel";
import { PageHeader } from "@/components/layout/page-header";
import { requireContext } from "@/lib/auth/session";
import { listImports } from "@/lib/exchange/import/queries";
import { orInterrupt } from "@/lib/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import");
  return { title: t("title") };
}

export default async function ImportPage() {
  const t = await getTranslations("import");
  const imports = await orInterrupt(listImports(await requireContext()));
  return (
    <ClientMessages namespaces={["import"]}>
      <PageHeader title={t("title")} note={t("note")} />
      <div className="grid gap-8">
        <UploadPanel />
        {imports.length > 0 && <ImportList imports={imports} />}
      </div>
    </ClientMessages>
  );
}
