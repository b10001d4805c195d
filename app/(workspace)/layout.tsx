import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { SyntheticMark } from "@/components/layout/synthetic-mark";
import { SearchBox } from "@/components/search/search-box";
import { currentPerson, openContext } from "@/lib/auth/session";
import { holdsSyntheticDeals } from "@/lib/catalogue/synthetic/queries";
import packageJson from "@/package.json";
import { setLocale, setTheme } from "../preferences";
import { signOut } from "../sign-out";
import { currentTheme } from "../theme";

/** The frame only: whether this person may see the page is asked by the page itself. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const [person, locale, theme, synthetic] = await Promise.all([
    currentPerson(),
    getLocale(),
    currentTheme(),
    openContext().then(holdsSyntheticDeals),
  ]);
  return (
    <Shell
      person={person}
      preferences={{ locale, theme, setLocale, setTheme }}
      signOut={signOut}
      version={packageJson.version}
      search={<SearchBox />}
      mark={synthetic && <SyntheticMark />}
    >
      {children}
    </Shell>
  );
}
