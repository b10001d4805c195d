import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link";
import { SearchForm } from "./search-form";

/** There is no such page: why that may be, a search, and places to start from. */
export function Missing() {
  const t = useTranslations("layout");
  return (
    <div className="grid max-w-xl gap-6">
      <div className="grid gap-2">
        <h1>{t("notFound.title")}</h1>
        <p className="text-ink-2">{t("notFound.text")}</p>
      </div>
      <div className="grid gap-1">
        <p className="text-sm text-ink-3">{t("notFound.search")}</p>
        <SearchForm id="search-missing" />
      </div>
      <div className="grid gap-1.5">
        <p className="text-sm text-ink-3">{t("notFound.links")}</p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/">{t("overview")}</ButtonLink>
          <ButtonLink href="/deals">{t("deals")}</ButtonLink>
          <ButtonLink href="/companies">{t("companies")}</ButtonLink>
          <ButtonLink href="/assets">{t("assets")}</ButtonLink>
          <ButtonLink href="/milestones">{t("milestones")}</ButtonLink>
        </div>
      </div>
    </div>
  );
}
