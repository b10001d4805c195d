import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  type DealColumn,
  DealTable,
  dealColumns,
  usualColumns,
} from "@/components/deal/deal-table";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { newestFirst, parseDealFilter } from "@/lib/catalogue/deal/schema";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { DealStatus, DealType, Modality, Stage } from "@/prisma/generated/enums";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

const textKeys = {
  q: null,
  announced_from: "dateHint",
  announced_to: "dateHint",
  company: "slugHint",
  from: "countryHint",
  to: "countryHint",
  upfront_min: "usdHint",
  upfront_max: "usdHint",
  headline_min: "usdHint",
  headline_max: "usdHint",
} as const;

const largestFirst = new Set(["announced_on", "upfront", "headline", "paid"]);

/** What an export does not take: it always holds all rows. */
const pageOnly = { limit: undefined, columns: undefined };

export default async function DealsPage({ searchParams }: PageProps<"/deals">) {
  const ctx = await requireContext();
  const query: Query = await searchParams;
  const { filter, problems } = parseDealFilter(query);
  const [list, t] = await Promise.all([
    orInterrupt(listDeals(ctx, filter)),
    getTranslations("deals"),
  ]);
  const chosen = dealColumns.filter((column) => filter.columns?.includes(column));
  return (
    <ListFrame
      address="/deals"
      query={query}
      title={t("title")}
      problems={problems}
      texts={Object.entries(textKeys).map(([name, hint]) => ({
        ...{ name, label: t(`filters.${name}`), value: valuesOf(query, name)[0] ?? "" },
        ...(hint && { hint: t(hint) }),
      }))}
      choices={await choicesOf(query)}
      list={list}
      empty={t("empty")}
      note={t("currencyNote")}
      actions={
        <>
          <ButtonLink href={`/deals/export.csv${withQuery(query, pageOnly)}`} download>
            {t("export")}
          </ButtonLink>
          {may(ctx.actor, "catalogue.write") && (
            <ButtonLink href="/deals/new" variant="primary">
              {t("log")}
            </ButtonLink>
          )}
        </>
      }
    >
      <DealTable
        label={t("title")}
        deals={list.items}
        columns={chosen.length > 0 ? chosen : usualColumns}
        sortOf={sortLinks<DealColumn>("/deals", query, filter.sort ?? newestFirst, largestFirst)}
      />
    </ListFrame>
  );
}

const choices = {
  type: ["dealType", Object.values(DealType)],
  status: ["dealStatus", Object.values(DealStatus)],
  stage: ["stage", Object.values(Stage)],
  modality: ["modality", Object.values(Modality)],
} as const;

async function choicesOf(query: Query) {
  const [t, enums] = await Promise.all([getTranslations("deals"), getTranslations("enums")]);
  return (["type", "status", "stage", "modality"] as const).map((name) => {
    const [group, values] = choices[name];
    return {
      ...{ name, label: t(`filters.${name}`) },
      choices: values.map((value) => ({
        ...{ value, label: enums(`${group}.${value}`) },
        chosen: valuesOf(query, name).includes(value),
      })),
    };
  });
}
