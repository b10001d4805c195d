import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { TooltipEscape } from "@/components/ui/tooltip-escape";
import { ClientMessages } from "./client-messages";
import { fontVariables } from "./fonts";
import "./globals.css";
import { htmlLang, isLocale } from "./locale";
import { currentTheme } from "./theme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meta");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#121416" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), currentTheme()]);
  return (
    <html
      lang={isLocale(locale) ? htmlLang[locale] : locale}
      data-theme={theme === "system" ? undefined : theme}
      className={fontVariables}
    >
      <body>
        <ClientMessages>
          {children}
          <Toaster />
          <TooltipEscape />
        </ClientMessages>
      </body>
    </html>
  );
}
