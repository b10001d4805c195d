/** The languages of the interface. A locale is a folder of messages/ and the value of the `locale` cookie. */
export const locales = ["en", "ja", "zh"] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale =>
  locales.some((locale) => locale === value);

/** The value of `lang` on the page, which picks the forms of Han characters. */
export const htmlLang: Record<Locale, string> = { en: "en-GB", ja: "ja", zh: "zh-Hans" };

/**
 * The best language we have for an Accept-Language header: highest quality first, English when none fits.
 * Regions and scripts are ignored, so zh-TW reads simplified Chinese rather than English.
 */
export function negotiate(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0]?.toLowerCase(), q: q ? Number(q.slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.map(({ language }) => language).find(isLocale) ?? "en";
}
