import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/context";
import type { DealPage } from "@/lib/deal/queries";
import { AppError } from "@/lib/errors";
import { listHistory } from "@/lib/history/queries";
import { loadDeal } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/deals/[slug]/history">): Promise<Metadata> {
  const { deal } = await loadDeal((await params).slug, "/history");
  const t = await getTranslations("history");
  return { title: t("of", { title: deal.doc.title }) };
}

export default async function DealHistoryPage({
  params,
  searchParams,
}: PageProps<"/deals/[slug]/history">) {
  const { slug } = await params;
  const { ctx, deal } = await loadDeal(slug, "/history");
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : undefined;
  const page = await historyFrom(ctx, deal.doc.id, cursor);
  const t = await getTranslations("history");
  const names = await namesIn(deal);
  const address = `/deals/${slug}`;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/deals", label: (await getTranslations("deal"))("deals") },
              { href: address, label: deal.doc.title },
              { label: t("title") },
            ]}
          />
        }
        title={t("of", { title: deal.doc.title })}
      />
      <HistoryList entries={page.items} names={names} />
      <Pagination
        previous={cursor && `${address}/history`}
        next={page.next && `${address}/history?after=${page.next}`}
      >
        {t("shown", { count: page.items.length })}
      </Pagination>
    </>
  );
}

/** A place that is not in the list, such as an address cut short, leads to its beginning. */
async function historyFrom(ctx: Ctx, entityId: string, after: string | undefined) {
  const query = { entity: "DEAL", entityId } as const;
  return listHistory(ctx, { ...query, after }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "INVALID") return listHistory(ctx, query);
    throw error;
  });
}

/** What the ids in a deal's history stand for: its companies, assets and sources, and its own rows. */
async function namesIn({ doc, companies, assets, linksTo }: DealPage) {
  const enums = await getTranslations("enums");
  const place = new Intl.ListFormat(await getLocale());
  const company = (id: string | null) => (id ? companies.get(id)?.name : undefined);
  const asset = (id: string) => assets.get(id)?.name;
  const named: [string, string | null | undefined][] = [
    ...[...companies.values(), ...assets.values()].map(({ id, name }) => pair(id, name)),
    ...doc.sources.map(({ id, publisher, title }) => pair(id, publisher ?? title)),
    ...doc.parties.map(({ id, companyId }) => pair(id, company(companyId))),
    ...doc.assets.map(({ id, assetId }) => pair(id, asset(assetId))),
    ...doc.terms.map(({ id, kind, trigger }) => pair(id, trigger ?? enums(`termKind.${kind}`))),
    ...doc.events.map(({ id, kind }) => pair(id, enums(`dealEventKind.${kind}`))),
    ...doc.grants.flatMap(({ id, granteeId, territories }) => [
      pair(id, company(granteeId) ?? place.format(territories.map(({ code }) => code))),
      ...territories.map((territory) => pair(territory.id, territory.code)),
    ]),
    ...linksTo.flatMap(({ id, to }) => [pair(id, to.title), pair(to.id, to.title)]),
  ];
  return new Map(named.flatMap(([id, name]) => (name ? [[id, name]] : [])));
}

const pair = (id: string, name: string | null | undefined): [string, string | null | undefined] => [
  id,
  name,
];
