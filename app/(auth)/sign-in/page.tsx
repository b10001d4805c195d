import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OidcButton } from "@/components/auth/oidc-button";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { toRoute } from "@/components/ui/to-route";
import { oidcIsOffered } from "@/lib/auth/options";
import { ownPath } from "@/lib/auth/rules";
import { currentPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { signIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const params = await searchParams;
  const callbackUrl = ownPath(first(params.callbackUrl) ?? "/", new URL(env.NEXTAUTH_URL).origin);
  if (await currentPerson()) redirect(toRoute(callbackUrl));
  const t = await getTranslations("auth.signIn");
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      <SignInForm
        action={signIn}
        callbackUrl={callbackUrl}
        notice={<Before error={first(params.error)} notice={first(params.notice)} />}
      />
      {oidcIsOffered() && <OidcButton callbackUrl={callbackUrl} />}
      <p className="text-xs text-pretty text-ink-3">{t("help")}</p>
    </div>
  );
}

/** Next-auth's words for what went wrong, as it puts them into the address. */
const errors: Record<string, "credentials" | "limited" | "denied"> = {
  CredentialsSignin: "credentials",
  Limited: "limited",
  AccessDenied: "denied",
};

async function Before({ error, notice }: { error?: string; notice?: string }) {
  const t = await getTranslations("auth.signIn");
  if (error) return <Notice tone="error">{t(`error.${errors[error] ?? "other"}`)}</Notice>;
  if (notice === "password-set") return <Notice tone="success">{t("passwordSet")}</Notice>;
  return null;
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
