"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { use } from "react";
import type { Preferences } from "../layout/preferences";
import type { Overlaid } from "./global-keys";
import { KeySheet } from "./key-sheet";
import { Palette } from "./palette";

const dictionaries = {
  en: () => import("@/messages/en/keys.json"),
  ja: () => import("@/messages/ja/keys.json"),
  zh: () => import("@/messages/zh/keys.json"),
};

const loaded = new Map<string, ReturnType<(typeof dictionaries)["en"]>>();

/** The words of the palette and the sheet, which come with them and not with every page. */
function wordsOf(locale: string) {
  const words =
    loaded.get(locale) ?? dictionaries[locale === "ja" || locale === "zh" ? locale : "en"]();
  loaded.set(locale, words);
  return words;
}

/** What lies over the page by a key: the palette, or the list of keys. */
export default function Overlay({
  shown,
  onShow,
  onClose,
  mayLog,
  preferences,
}: {
  shown: Overlaid;
  onShow: (shown: Overlaid) => void;
  onClose: () => void;
  mayLog: boolean;
  preferences: Pick<Preferences, "setLocale" | "setTheme">;
}) {
  const locale = useLocale();
  const { default: keys } = use(wordsOf(locale));
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...useMessages(), keys }}>
      {shown === "keys" ? (
        <KeySheet onClose={onClose} mayLog={mayLog} />
      ) : (
        <Palette
          onClose={onClose}
          onKeys={() => onShow("keys")}
          mayLog={mayLog}
          preferences={preferences}
        />
      )}
    </NextIntlClientProvider>
  );
}
