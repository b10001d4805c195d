import { useLocale, useTranslations } from "next-intl";
import { countryName, expand } from "@/lib/territory/rules";
import { isGroup } from "@/lib/territory/schema";
import { useList } from "../ui/use-list";

/** Places in words: countries by name, the mainland as such, and small groups with what they hold. */
export function usePlaceNames() {
  const t = useTranslations("deal.rights");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const list = useList();

  const country = (code: string) =>
    t.has(`places.${code}`) ? t(`places.${code}`) : countryName(code, locale);

  const place = (code: string) => {
    if (!isGroup(code)) return country(code);
    const group = territory(`groups.${code}`);
    const held = [...expand(code)];
    return held.length > 6 ? group : t("groupOf", { group, countries: list(held.map(country)) });
  };

  return { place, list: (codes: readonly string[]) => list(codes.map(place)) };
}
