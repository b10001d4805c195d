import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkForm } from "@/components/auth/link-form";
import { anonymousContext } from "@/lib/auth/session";
import { findOpenLink } from "@/lib/people/queries";
import { acceptLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.link");
  // The address is the secret: it must not travel to the sites that a page links to.
  return { title: t("reset"), referrer: "no-referrer" };
}

/** Looking does not use the link up: mail scanners and previews look. */
export default async function LinkPage({ params }: PageProps<"/link/[token]">) {
  const { token } = await params;
  const link = await findOpenLink(anonymousContext(), token);
  if (!link) notFound();
  const t = await getTranslations("auth.link");
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1>{link.purpose === "INVITE" ? t("invite", { name: link.name }) : t("reset")}</h1>
        <p className="text-sm text-ink-2">{t("intro", { email: link.email })}</p>
      </div>
      <LinkForm action={acceptLink} token={token} email={link.email} />
    </div>
  );
}
