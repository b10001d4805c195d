import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { PasswordForm } from "@/components/auth/password-form";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { currentPerson, redirectToSignIn, requireContext } from "@/lib/auth/session";
import { hasPassword } from "@/lib/people/queries";
import { changePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.password");
  return { title: t("title") };
}

export default async function PasswordPage() {
  const person = (await currentPerson()) ?? (await redirectToSignIn());
  const t = await getTranslations("auth.password");
  if (!(await hasPassword(await requireContext()))) {
    return (
      <>
        <PageHeader title={t("title")} />
        <Notice>{t("none")}</Notice>
      </>
    );
  }
  return (
    <ClientMessages namespaces={["auth"]}>
      <PageHeader title={t("title")} note={t("note")} />
      <div className="grid max-w-xl gap-5">
        {person.mustChangePassword && <Notice tone="warning">{t("must")}</Notice>}
        <PasswordForm action={changePassword} email={person.email} />
      </div>
    </ClientMessages>
  );
}
