import { useLocale, useTranslations } from "next-intl";
import type { RightsArea } from "@/lib/insight/asset/rules";
import { countryName } from "@/lib/territory/rules";
import { countries, groups } from "@/lib/territory/schema";
import { cx } from "../ui/cx";

const continents = ["ASIA", "EUROPE", "AFRICA", "NORTH_AMERICA", "LATAM", "OCEANIA"] as const;
const elsewhere = [...countries].filter((code) => !continents.some((c) => groups[c].has(code)));

/** The letter under which the grid of countries shows an area. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

/** Every country with the letter of its area in the table: what is granted is filled, the rest is not. */
export function CountryGrid({ areas }: { areas: RightsArea[] }) {
  const t = useTranslations("asset.rights");
  const names = useTranslations("territory.groups");
  const areaOf = new Map(
    areas.flatMap((area, index) =>
      area.countries.map((code) => [code, { index, granted: area.grants.length > 0 }] as const),
    ),
  );
  return (
    <figure className="mt-4">
      <figcaption className="mb-2 text-xs text-ink-3">{t("grid")}</figcaption>
      <div className="grid gap-2">
        {continents.map((continent) => (
          <Cells
            key={continent}
            label={names(continent)}
            codes={[...groups[continent]]}
            areaOf={areaOf}
          />
        ))}
        <Cells label={t("elsewhere")} codes={elsewhere} areaOf={areaOf} />
      </div>
    </figure>
  );
}

type CellsProps = {
  label: string;
  codes: string[];
  areaOf: ReadonlyMap<string, { index: number; granted: boolean }>;
};

function Cells({ label, codes, areaOf }: CellsProps) {
  const locale = useLocale();
  return (
    <div className="grid gap-x-3 sm:grid-cols-[7rem_1fr]">
      <p className="text-xs text-ink-2">{label}</p>
      <ul aria-label={label} className="flex flex-wrap gap-0.5 text-2xs leading-4 tabular-nums">
        {codes.map((code) => {
          const area = areaOf.get(code);
          return (
            <li
              key={code}
              title={countryName(code, locale)}
              className={cx(
                "rounded-sm border px-1",
                area?.granted
                  ? "border-indigo bg-indigo-soft text-indigo"
                  : "border-line text-ink-2",
              )}
            >
              {code} <b className="font-semibold">{area && letterOf(area.index)}</b>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
