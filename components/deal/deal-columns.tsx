import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DealListItem, RowParty } from "@/lib/catalogue/deal/dto";
import type { FxNote } from "@/lib/fx/rules";
import { countryName } from "@/lib/territory/rules";
import { type FxSay, fxNoteText } from "../fx/fx-note-text";
import type { Cell, CellView, Column, Noun } from "../grid/column";
import { useWords } from "../ui/use-words";
import { amountCell, type Say } from "./amount-cell";

/** The columns of the table of deals in their usual order, with their widths in pixels. */
const widths = {
  announced_on: 104,
  title: 288,
  licensor: 152,
  licensee: 152,
  type: 124,
  stage: 92,
  upfront: 96,
  headline: 104,
  paid: 96,
  status: 124,
  corridor: 124,
  closed_on: 104,
  updated_at: 104,
};
type DealColumn = keyof typeof widths;

const dealColumns = asColumns(Object.keys(widths));

/** The keys of an object that is written out above. */
function asColumns(keys: string[]): DealColumn[] {
  return keys as DealColumn[];
}

const largestFirst = new Set<DealColumn>([
  "announced_on",
  "upfront",
  "headline",
  "paid",
  "updated_at",
]);
const numeric = new Set<DealColumn>(["upfront", "headline", "paid"]);

/** What a table knows of deals. */
export function useDealNoun(day: string | undefined): Noun<DealListItem> {
  const t = useWords("deals");
  const enums = useWords("enums");
  const fx = useTranslations("fx");
  const locale = useLocale();
  return useMemo(() => {
    const say = { t, enums, fx, locale };
    return {
      name: "title",
      columns: dealColumns.map(
        (key): Column<DealListItem> => ({
          key,
          label: t(`columns.${key}`),
          width: widths[key],
          numeric: numeric.has(key),
          sort: largestFirst.has(key) ? "descending" : "ascending",
          cell: (deal, view) => cellOf(key, deal, view, say),
        }),
      ),
      usual: dealColumns.slice(0, 9),
      pinned: ["title"],
      hrefOf: ({ slug }) => `/deals/${slug}${day ? `?as_of=${encodeURIComponent(day)}` : ""}`,
      labelOf: ({ title }) => title,
    };
  }, [t, enums, fx, locale, day]);
}

function cellOf(key: DealColumn, deal: DealListItem, view: CellView, say: Say & FxSay): Cell {
  const { enums } = say;
  switch (key) {
    case "announced_on":
      return { content: deal.announcedOn };
    case "closed_on":
      return { content: deal.closedOn };
    case "updated_at":
      return { content: deal.updatedOn };
    case "corridor":
      return { content: deal.corridor };
    case "title":
      return titleCell(deal, view, say);
    case "licensor":
    case "licensee":
      return sideCell(sideOf(deal, key), view, say);
    case "type":
      return typeCell(deal, view, say);
    case "status":
      return { content: enums(`dealStatus.${deal.status}`) };
    case "stage":
      return {
        content: enums(`stage.${deal.stage ?? "UNKNOWN"}`),
        className: deal.stage && deal.stage !== "NOT_APPLICABLE" ? undefined : "muted",
      };
    case "upfront":
    case "headline":
      return fxCell(amountCell(deal[key], staysMixed(deal, key), say), deal.fx?.[key], say);
    case "paid":
      return fxCell(paidCell(deal, say), deal.fx?.paid, say);
    default:
      return key satisfies never;
  }
}

function titleCell(deal: DealListItem, { link }: CellView, { t, enums }: Say): Cell {
  const about = [
    ...deal.indications.slice(0, 2),
    ...deal.targets.slice(0, 3),
    ...deal.modalities.map((modality) => enums(`modality.${modality}`)),
  ].join(" · ");
  return {
    content: (
      <>
        <a href={`/deals/${deal.slug}`} {...link}>
          {deal.title}
        </a>
        {deal.hasConflict || deal.unverified ? (
          <span className="sub marked">
            {deal.hasConflict && (
              <abbr className="mark" title={t("conflict")}>
                ≠
              </abbr>
            )}
            {deal.unverified && <span className="mark">{t("unverified")}</span>}
            <span>{about}</span>
          </span>
        ) : (
          <span className="sub">{about}</span>
        )}
      </>
    ),
  };
}

function typeCell(deal: DealListItem, { shows }: CellView, { enums }: Say): Cell {
  const type = enums(`dealType.${deal.type}`);
  if (shows("status")) return { content: type };
  return {
    content: (
      <>
        {type}
        <span className="sub">{enums(`dealStatus.${deal.status}`)}</span>
      </>
    ),
  };
}

/** With partners only, the first stands on the left and the others on the right. */
function sideOf({ parties }: DealListItem, column: "licensor" | "licensee") {
  const of = (side: string) => parties.filter((party) => party.side === side);
  const partners = of("other");
  if (column === "licensor") return of("giving").length > 0 ? of("giving") : partners.slice(0, 1);
  if (of("taking").length > 0) return of("taking");
  return of("giving").length > 0 ? partners : partners.slice(1);
}

/** The companies of one side: the first by its names, and how many more there are. */
function sideCell([first, ...more]: RowParty[], { link }: CellView, { locale }: Say): Cell {
  if (!first) return { content: null };
  return {
    content: (
      <>
        <abbr className="cc" title={countryName(first.country, locale)}>
          {first.country}
        </abbr>
        <a href={`/companies/${first.slug}`} {...link}>
          {first.name}
        </a>
        {more.length > 0 && (
          <span className="muted" title={more.map((party) => party.name).join(", ")}>
            {` +${more.length}`}
          </span>
        )}
        {first.native && (
          <span className="sub" lang={first.lang ?? undefined}>
            {first.native}
          </span>
        )}
      </>
    ),
  };
}

/** Several currencies, and no rate to bring them together: in dollars, a figure that is not there is just unknown. */
function staysMixed({ mixed, fx }: DealListItem, key: "upfront" | "headline" | "paid"): boolean {
  return mixed && (fx === null || fx[key]?.used === null);
}

/** A converted figure names its rate; one without a rate says so. */
function fxCell(cell: Cell, note: FxNote | null | undefined, say: FxSay): Cell {
  if (!note) return cell;
  const title = [cell.title, fxNoteText(note, say)].filter(Boolean).join(" · ");
  if (note.used !== null) return { ...cell, title };
  return {
    ...{ ...cell, title },
    content: (
      <>
        {cell.content}
        <span className="sub">{say.fx("noRate")}</span>
      </>
    ),
  };
}

/** What was paid so far; nothing known is said, and is not nothing. */
function paidCell(deal: DealListItem, say: Say): Cell {
  const mixed = staysMixed(deal, "paid");
  if (deal.paid) return amountCell(deal.paid, mixed, say);
  return { content: say.t(mixed ? "mixed" : "nonePaid"), className: "muted quiet" };
}
