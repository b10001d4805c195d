import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Threshold } from "@/components/auth/threshold";
import { LanguageSwitch, ThemeToggle } from "@/components/layout/preferences";
import { ClientMessages } from "../client-messages";
import { setLocale, setTheme } from "../preferences";
import { currentTheme } from "../theme";

export default async function ThresholdLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), currentTheme()]);
  return (
    <ClientMessages namespaces={["auth"]}>
      <Threshold
        preferences={
          <>
            <LanguageSwitch locale={locale} setLocale={setLocale} />
            <ThemeToggle theme={theme} setTheme={setTheme} />
          </>
        }
      >
        {children}
      </Threshold>
    </ClientMessages>
  );
}
