import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link";

/** Signed in, but this is another role's page. */
export function Forbidden() {
  const t = useTranslations("auth.forbidden");
  return (
    <div className="grid max-w-xl gap-4">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("text")}</p>
      <div>
        <ButtonLink href="/">{t("home")}</ButtonLink>
      </div>
    </div>
  );
}
