import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import type { FormAction } from "./person";

export type Preferences = {
  locale: string;
  theme: string;
  setLocale: FormAction;
  setTheme: FormAction;
};

// Each language in its own words: a reader who can't read the page must still find theirs.
const languages = [
  { value: "en", lang: "en", name: "EN · English", short: "EN" },
  { value: "ja", lang: "ja", name: "日本語", short: "日本語" },
  { value: "zh", lang: "zh-Hans", name: "中文", short: "中文" },
];

const themes = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

export function LanguageSwitch({ locale, setLocale }: Pick<Preferences, "locale" | "setLocale">) {
  const t = useTranslations("layout");
  return (
    <Choice label={t("language")} action={setLocale}>
      {languages.map(({ value, lang, name, short }) => (
        <Option key={value} field="locale" value={value} on={value === locale} label={name}>
          <span lang={lang}>{short}</span>
        </Option>
      ))}
    </Choice>
  );
}

export function ThemeToggle({ theme, setTheme }: Pick<Preferences, "theme" | "setTheme">) {
  const t = useTranslations("layout");
  return (
    <Choice label={t("theme")} action={setTheme}>
      {themes.map(({ value, icon: Icon }) => (
        <Option
          key={value}
          field="theme"
          value={value}
          on={value === theme}
          label={t(`themes.${value}`)}
        >
          <Icon className="size-3.5" aria-hidden="true" />
        </Option>
      ))}
    </Choice>
  );
}

/** A form whose every choice is a button: works before the scripts come, and without them. */
function Choice({
  label,
  action,
  children,
}: {
  label: string;
  action: FormAction;
  children: ReactNode;
}) {
  return (
    <form action={action}>
      <fieldset className="flex">
        <legend className="sr-only">{label}</legend>
        {children}
      </fieldset>
    </form>
  );
}

function Option({
  field,
  value,
  on,
  label,
  children,
}: {
  field: string;
  value: string;
  on: boolean;
  label: string;
  children: ReactNode;
}) {
  return (
    <button
      type="submit"
      name={field}
      value={value}
      aria-pressed={on}
      aria-label={label}
      title={label}
      className={cx(
        "grid min-h-6 min-w-6 place-items-center rounded-sm px-1 text-2xs pointer-coarse:min-h-9 pointer-coarse:min-w-9",
        on ? "bg-raised font-[560] text-ink outline outline-line" : "text-ink-3 hover:text-ink",
      )}
    >
      {children}
    </button>
  );
}
