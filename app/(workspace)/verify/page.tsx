import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { VerifyForm } from "@/components/verify/verify-form";
import { requireContext } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verify");
  return { title: t("title") };
}

export default async function VerifyPage() {
  await requireContext();
  const t = await getTranslations("verify");
  return (
    <ClientMessages namespaces={["verify"]}>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <a href="/export.zip" className="text-sm name-link" download>
            {t("archive")}
          </a>
        }
      />
      <VerifyForm />
    </ClientMessages>
  );
}
