import { useLocale, useTranslations } from "next-intl";
import type { Change } from "@/lib/history/rules";
import { formatMoney } from "@/lib/money/rules";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import { territoryLabel } from "@/lib/territory/rules";
import { placeOf, type Reading, readingOf } from "./field-words";

type Json = Change["before"];

/** Reads out the fields of one kind of record. `names` turns ids into names; an id it lacks stays unsaid. */
export function useWords(entity: string, names: ReadonlyMap<string, string>) {
  const t = useTranslations("history");
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();

  const field = (leaf: string) => (t.has(`fields.${leaf}`) ? t(`fields.${leaf}`) : leaf);
  const row = (list: string) => (t.has(`rows.${list}`) ? t(`rows.${list}`) : field(list));

  const label = (path: string): { rows: string[]; leaf: string | null } => {
    const { rows, leaf } = placeOf(path);
    const named = rows.map(({ list, id }) => {
      const name = names.get(id);
      return name ? t("named", { row: row(list), name }) : row(list);
    });
    return { rows: named, leaf: leaf && field(leaf) };
  };

  const text = (value: string, reading: Reading): string => {
    if (typeof reading === "object") {
      const key = `${reading.enum}.${value}`;
      return enums.has(key) ? enums(key) : value;
    }
    switch (reading) {
      case "date":
        return partialDate.safeParse(value).success ? formatPartialDate(value, locale) : value;
      case "number":
        return /^\d+(\.\d+)?$/.test(value) ? formatMoney(value, null, locale) : value;
      case "place":
        return territoryLabel([value], [], locale, territory);
      case "id":
        return names.get(value) ?? t("unnamed");
      case "path": {
        const { rows, leaf } = label(value);
        return [...rows, leaf].filter(Boolean).join(" › ");
      }
      case "plain":
        return value;
      default:
        return reading satisfies never;
    }
  };

  const say = (value: Json, list: string | null, leaf: string, inRow = false): string => {
    if (value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return text(value, readingOf(entity, list, leaf));
    if (Array.isArray(value)) {
      return value.length > 0 ? sayAll(value, list, leaf, inRow) : t("nothing");
    }
    return Object.entries(value)
      .filter(([key, inner]) => key !== "id" && !isBlank(inner))
      .sort(([a], [b]) => inReadingOrder(a, b))
      .map(([key, inner]) => `${field(key)}: ${say(inner, list, key, true)}`)
      .join(" · ");
  };

  /** Words side by side, rows one a line, rows within a row in brackets. */
  const sayAll = (items: Json[], list: string | null, leaf: string, inRow: boolean): string => {
    if (!items.some(isRow)) return items.map((item) => say(item, list, leaf)).join(", ");
    const said = items.map((item) => say(item, leaf, leaf));
    return inRow ? said.map((one) => `[${one}]`).join(" ") : said.join("\n");
  };

  return {
    /** "Payment “US approval”, amount": what a change is about. */
    label,
    /** A value in words; several rows one a line. */
    value(path: string, value: Json): string {
      const { rows, leaf } = placeOf(path);
      const list = rows.at(-1)?.list ?? null;
      return say(value, list, leaf ?? list ?? path);
    },
  };
}

/** What a row is comes before what is said of it. The database keeps no order of its own. */
const readingOrder = [
  ...["kind", "type", "companyId", "assetId", "role", "name", "field", "value", "to", "on"],
  ...["trigger", "category", "disclosure", "min", "max", "currency", "payerId", "payeeId"],
  ...["granteeId", "rights", "exclusivity", "mode", "code"],
  ...["rateCount", "firstDay", "lastDay", "rate", "source"],
];

function inReadingOrder(a: string, b: string): number {
  const place = (key: string) => readingOrder.indexOf(key) + 1 || readingOrder.length + 1;
  return place(a) - place(b);
}

function isRow(value: Json): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What says nothing in the reading of a whole row. */
function isBlank(value: Json): boolean {
  return (
    value === null ||
    value === "" ||
    value === "NOT_RESEARCHED" ||
    (Array.isArray(value) && value.length === 0)
  );
}
