"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DealListItem } from "@/lib/catalogue/deal/dto";
import type { Emptiable } from "@/lib/catalogue/deal/schema";
import { valuesOf, withQuery } from "@/lib/catalogue/rules";
import { fxPolicyOf } from "@/lib/fx/schema";
import { FxSwitch } from "../fx/fx-switch";
import { withFx } from "../fx/with-fx";
import type { SortState } from "../grid/grid-head";
import { ListGrid, type Slots } from "../grid/list-grid";
import { type GridData, useGrid } from "../grid/use-grid";
import { useShape } from "../grid/use-shape";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { useDealNoun } from "./deal-columns";
import { DealTotals } from "./deal-totals";
import { useDealFilters } from "./use-deal-filters";

/** What shapes a page and chooses no row. */
const offPage = { ...{ limit: undefined, sort: undefined, columns: undefined }, tab: undefined };

/** The deals as a table to work in. Without scripts it is a plain table with a form above it. */
export function DealGrid({
  data,
  sort,
  previous,
  emptiable,
  slots,
}: {
  data: GridData;
  sort: SortState;
  previous: string | null;
  /** What may be asked to be empty or filled in. */
  emptiable: readonly Emptiable[];
  slots: Slots;
}) {
  const t = useTranslations("deals");
  const fx = useTranslations("fx");
  const noun = useDealNoun(valuesOf(data.query, "as_of")[0]);
  const grid = useGrid<DealListItem>(noun, data);
  const live = useShape() !== null;
  const policy = fxPolicyOf(grid.query.fx);
  const filters = useDealFilters(grid.query, grid.facets, noun.columns, emptiable);
  const shown = grid.layout.columns.map(({ key }) => key);
  // Where no script can keep a layout, the form names the columns.
  const columns = {
    ...{ name: "columns", label: t("filters.columns"), shapes: true },
    choices: noun.columns.map(({ key, label }) => ({
      ...{ value: key, label, chosen: shown.includes(key) },
    })),
  };
  const usual = useMemo(
    () => ({ sort: ["-announced_on"], limit: ["50"], match: ["all"], columns: noun.usual }),
    [noun],
  );
  const log = data.edits && (
    <ButtonLink href="/deals/new" variant="primary">
      {t("log")}
    </ButtonLink>
  );
  return (
    <ListGrid
      {...{ noun, grid, sort, previous, slots }}
      {...filters}
      deferred={data.query.menus === undefined}
      choices={live ? filters.choices : [...filters.choices, columns]}
      address="/deals"
      title={t("title")}
      problems={data.problems}
      usual={usual}
      empty={<EmptyState title={t("empty")} action={log} />}
      note={
        <>
          {policy === "original" ? t("currencyNote") : fx(`explain.${policy}`)}{" "}
          {live && <DealTotals query={withQuery(grid.query, offPage).slice(1)} />}
        </>
      }
      above={<FxSwitch policy={policy} hrefOf={(one) => `/deals${withFx(grid.query, one)}`} />}
      actions={log}
    />
  );
}
