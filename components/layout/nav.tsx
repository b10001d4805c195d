import { useTranslations } from "next-intl";
import { NavLink } from "./nav-link";
import type { Person } from "./person";

const places = [
  ["overview", "/"],
  ["deals", "/deals"],
  ["companies", "/companies"],
  ["assets", "/assets"],
  ["milestones", "/milestones"],
  ["corridors", "/corridors"],
  ["comparables", "/comparables"],
  ["quality", "/quality"],
  ["duplicates", "/duplicates"],
] as const;

/** Where one can go. People is the administrator's; a stranger (PUBLIC_READ) has no settings. */
export function Nav({ person }: { person: Person | null }) {
  const t = useTranslations("layout");
  return (
    <>
      <nav aria-label={t("main")} className="grid gap-0.5">
        {places.map(([key, href]) => (
          <NavLink key={key} href={href}>
            {t(key)}
          </NavLink>
        ))}
        {person && person.role !== "VIEWER" && <NavLink href="/import">{t("import")}</NavLink>}
      </nav>
      {person && (
        <nav aria-labelledby="nav-settings" className="mt-4 grid gap-0.5">
          <p id="nav-settings" className="px-2.5 pb-1 text-2xs font-semibold text-ink-3">
            {t("settings")}
          </p>
          {person.role === "ADMIN" && <NavLink href="/settings/people">{t("people")}</NavLink>}
          {person.role === "ADMIN" && <NavLink href="/settings/webhooks">{t("webhooks")}</NavLink>}
          <NavLink href="/settings/tokens">{t("tokens")}</NavLink>
          <NavLink href="/settings/rates">{t("rates")}</NavLink>
          <NavLink href="/settings/password">{t("password")}</NavLink>
        </nav>
      )}
    </>
  );
}
