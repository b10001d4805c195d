import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssetTable } from "@/components/asset/asset-table";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { listAssets } from "@/lib/catalogue/asset/queries";
import { byName, parseAssetFilter } from "@/lib/catalogue/asset/schema";
import { valuesOf } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { Modality, Stage } from "@/prisma/generated/enums";
import { openList } from "../open-list";
import { SavedViews } from "../saved-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assets"))("title") };
}

const choices = { modality: Object.values(Modality), stage: Object.values(Stage) } as const;

export default async function AssetsPage({ searchParams }: PageProps<"/assets">) {
  const ctx = await requireContext();
  const query = await openList("assets", searchParams);
  const { filter, problems } = parseAssetFilter(query);
  const [list, t, enums] = await Promise.all([
    orInterrupt(listAssets(ctx, filter)),
    getTranslations("assets"),
    getTranslations("enums"),
  ]);
  const sort = filter.sort ?? byName;
  const add = may(ctx.actor, "catalogue.write") && (
    <ButtonLink href="/assets/new" variant="primary">
      {t("add")}
    </ButtonLink>
  );
  return (
    <ListFrame
      address="/assets"
      query={query}
      title={t("title")}
      views={<SavedViews page="assets" />}
      problems={problems}
      search={{ name: "q", label: t("filters.q"), value: valuesOf(query, "q")[0] ?? "" }}
      choices={(["modality", "stage"] as const).map((name) => ({
        ...{ name, label: t(`filters.${name}`) },
        choices: choices[name].map((value) => ({
          ...{ value, label: enums(`${name}.${value}`) },
          chosen: valuesOf(query, name).includes(value),
        })),
      }))}
      list={list}
      empty={<EmptyState title={t("empty")} action={add} />}
      actions={add}
    >
      <AssetTable
        label={t("title")}
        assets={list.items}
        sortOf={sortLinks("/assets", query, sort, new Set())}
      />
    </ListFrame>
  );
}
