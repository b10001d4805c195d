import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** One page for a link that is unknown, used or out of date: which of them is nobody's business. */
export default function LinkIsGone() {
  const t = useTranslations("auth.link");
  return (
    <div className="grid gap-4">
      <h1>{t("gone")}</h1>
      <p className="text-ink-2">{t("goneText")}</p>
      <div>
        <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
      </div>
    </div>
  );
}
