import { useTranslations } from "next-intl";
import type { Preferences } from "../layout/preferences";
import { newDeal, places } from "./shortcuts";

/** Something the palette does. `keys` are the keys that do the same; `words` finds it by other words, too. */
export type PaletteAction = {
  id: string;
  label: string;
  lang?: string;
  keys?: string;
  words?: string;
  href?: string;
  run?: () => void;
};

/** Each language in its own words, and found by its English name by whoever cannot read the page. */
const languages = [
  { value: "en", lang: "en", label: "English", words: "language English" },
  { value: "ja", lang: "ja", label: "日本語", words: "language Japanese" },
  { value: "zh", lang: "zh-Hans", label: "中文", words: "language Chinese" },
];

const themes = ["system", "light", "dark"] as const;

function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}

/** What can be done from anywhere, beside going to a record. */
export function useActions({
  mayLog,
  preferences: { setLocale, setTheme },
  onKeys,
}: {
  mayLog: boolean;
  preferences: Pick<Preferences, "setLocale" | "setTheme">;
  onKeys: () => void;
}): PaletteAction[] {
  const t = useTranslations("keys");
  const making: PaletteAction[] = [
    { id: "new-deal", label: t("newDeal"), keys: "C", href: newDeal },
    { id: "new-company", label: t("newCompany"), href: "/companies/new" },
    { id: "new-asset", label: t("newAsset"), href: "/assets/new" },
  ];
  return [
    ...(mayLog ? making : []),
    ...Object.entries(places).map(([letter, { key, href }]) => ({
      ...{ id: `go-${key}`, label: t(`go.${key}`), href },
      keys: `G ${letter.toUpperCase()}`,
    })),
    { id: "keys", label: t("sheet"), keys: "?", run: onKeys },
    ...themes.map((theme) => ({
      ...{ id: `theme-${theme}`, label: t(`theme.${theme}`), words: `theme ${theme}` },
      run: () => void setTheme(formOf("theme", theme)),
    })),
    ...languages.map(({ value, ...language }) => ({
      ...{ id: `language-${value}`, ...language },
      run: () => void setLocale(formOf("locale", value)),
    })),
  ];
}
