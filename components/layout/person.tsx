import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link";

export type Person = { name: string; email: string; role: "VIEWER" | "ANALYST" | "ADMIN" };
export type FormAction = (form: FormData) => Promise<void>;

/** Who is signed in, and the way out; the way in for a stranger. */
export function PersonBlock({ person, signOut }: { person: Person | null; signOut: FormAction }) {
  const t = useTranslations("layout");
  if (!person) return <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>;
  return (
    <div className="flex items-end justify-between gap-2 text-xs">
      <p className="min-w-0">
        <span className="sr-only">{t("signedInAs")} </span>
        <span className="block truncate font-[560] text-ink" title={person.email}>
          {person.name || person.email}
        </span>
        <span className="text-ink-3">{t(`role.${person.role}`)}</span>
      </p>
      <form action={signOut}>
        <button type="submit" className="min-h-6 whitespace-nowrap text-ink-3 name-link">
          {t("signOut")}
        </button>
      </form>
    </div>
  );
}
