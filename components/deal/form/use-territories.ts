import { useTranslations } from "next-intl";
import { groups, isGroup, isSubdivision } from "@/lib/territory/schema";
import { useForm } from "../../record/form/form-context";
import type { Option } from "../../ui/use-options";

/** What contracts and releases say for the groups, beside their names. */
const alsoCalled: Record<string, string> = {
  WORLD: "worldwide global row 全世界 全球 世界",
  GREATER_CHINA: "大中华 中華圏 中国大陆港澳台",
  EU: "european union 欧盟 欧州連合",
  NORTH_AMERICA: "us canada 北米",
  LATAM: "latin america south america 中南米 拉美",
  APAC: "asia pacific アジア太平洋 亚太",
  US: "usa united states america 米国 美国",
  GB: "uk united kingdom britain 英国",
  CN: "mainland china prc 中国大陆 中国本土",
  JP: "japan 日本",
  KR: "korea south korea 韓国 韩国",
  HK: "hong kong 香港",
  MO: "macau macao マカオ 澳门",
  TW: "taiwan 台湾 台灣",
};

/** Territories by code, name or what a contract calls them, groups before countries. */
export function useTerritories() {
  const t = useTranslations("territory");
  const { countries } = useForm().places;
  const all: Option[] = [
    ...Object.keys(groups).map((code) => ({
      value: code,
      label: isGroup(code) ? t(`groups.${code}`) : code,
      note: code,
    })),
    ...countries.map(({ value, label }) => ({ value, label, note: value })),
  ];
  return {
    option: (code: string): Option =>
      all.find(({ value }) => value === code) ?? { value: code, label: code },
    find: async (text: string): Promise<Option[]> => {
      const typed = text.normalize("NFKC").toLowerCase().replace(/[_-]/g, " ");
      const distance = ({ value, label }: Option) => {
        const words = [value.replace(/_/g, " "), label, alsoCalled[value] ?? ""];
        const at = words.map((word) => word.toLowerCase().indexOf(typed)).filter((n) => n >= 0);
        if (value.toLowerCase().replace(/_/g, " ") === typed) return -1;
        return at.length > 0 ? Math.min(...at, 2) : null;
      };
      const ranked = all
        .map((option) => ({ option, far: distance(option) }))
        .filter(({ far }) => far !== null)
        .sort((a, b) => (a.far ?? 0) - (b.far ?? 0));
      const code = text.trim().toUpperCase();
      const place = isSubdivision(code) ? [{ value: code, label: code }] : [];
      return [...place, ...ranked.map(({ option }) => option)].slice(0, 12);
    },
  };
}
