import { countryName } from "@/lib/territory/rules";
import { countries } from "@/lib/territory/schema";
import type { Choice } from "./select-field";

/**
 * Countries and languages by name, in the alphabet of the reader's language. The server makes them: browsers
 * disagree with it, and with each other, about some.
 */
export type PlaceNames = { countries: Choice<string>[]; languages: Choice<string>[] };

/** The languages that names come in, those of this trade first. */
const languages =
  "en ja zh-Hans zh-Hant zh ko de fr es it nl da sv fi no pl pt he hi th vi id ms ru tr ar".split(
    " ",
  );

export function placeNames(locale: string): PlaceNames {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return {
    countries: [...countries]
      .map((value) => ({ value, label: countryName(value, locale) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    languages: languages.map((value) => ({ value, label: names.of(value) ?? value })),
  };
}

/** The choices, with what is chosen already and the list does not have. */
export function including(choices: Choice<string>[], chosen: string[]): Choice<string>[] {
  const known = new Set(choices.map(({ value }) => value));
  const others = [...new Set(chosen)].filter((value) => value && !known.has(value));
  return [...choices, ...others.map((value) => ({ value, label: value }))];
}
