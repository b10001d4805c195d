import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GlobalKeys } from "../keyboard/global-keys";
import { SkipLink } from "../ui/skip-link";
import { Brand } from "./brand";
import { Footer } from "./footer";
import { MobileMenu } from "./mobile-menu";
import { Nav } from "./nav";
import { type FormAction, type Person, PersonBlock } from "./person";
import { LanguageSwitch, type Preferences, ThemeToggle } from "./preferences";

/** The frame of every page: a rail from 900 px up, a top bar with a menu below. `search` goes into the top bar, `mark` below it. */
export function Shell({
  person,
  preferences,
  signOut,
  version,
  search,
  mark,
  children,
}: {
  person: Person | null;
  preferences: Preferences;
  signOut: FormAction;
  version: string;
  search: ReactNode;
  mark: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("layout");
  const mayLog = person !== null && person.role !== "VIEWER";
  const foot = (
    <div className="grid gap-3">
      <div className="-mx-1 flex flex-wrap justify-between gap-y-1">
        <LanguageSwitch {...preferences} />
        <ThemeToggle {...preferences} />
      </div>
      <PersonBlock person={person} signOut={signOut} />
    </div>
  );
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[13.5rem_minmax(0,1fr)]">
      <SkipLink target="main">{t("skip")}</SkipLink>
      <aside
        aria-label="Kakehashi"
        data-print="no"
        className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line bg-sunken px-3 pt-4.5 pb-3.5 md:flex"
      >
        <Link href="/" aria-label={t("home")} className="mb-3.5 self-start rounded-sm px-2.5">
          <Brand />
        </Link>
        <Nav person={person} />
        <div className="mt-auto px-2.5 pt-6">{foot}</div>
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <header
          data-print="no"
          className="sticky top-0 z-30 flex items-center gap-3 border-b border-line bg-paper px-4 py-2 md:px-7"
        >
          <Link href="/" aria-label={t("home")} className="rounded-sm py-1 md:hidden">
            <Brand compact />
          </Link>
          <div className="ml-auto w-full max-w-95 min-w-0 md:ml-0">{search}</div>
          <div className="md:hidden">
            <MobileMenu label={t("menu")}>
              <Nav person={person} />
              {foot}
            </MobileMenu>
          </div>
        </header>
        {mark}
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 outline-none md:px-7">
          {children}
        </main>
        <Footer version={version} keys={<GlobalKeys mayLog={mayLog} preferences={preferences} />} />
      </div>
    </div>
  );
}
