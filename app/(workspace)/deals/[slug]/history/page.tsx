import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordHistory } from "@/app/record-history";
import type { DealPage } from "@/lib/deal/queries";
import { restoreVersion } from "../actions";
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
  const { ctx, deal } = await loadDeal((await params).slug, "/history");
  const t = await getTranslations("deal");
  return (
    <RecordHistory
      ctx={ctx}
      noun="DEAL"
      doc={deal.doc}
      withdrawn={deal.withdrawnAt !== null}
      name={deal.doc.title}
      list={{ href: "/deals", label: t("deals") }}
      address={`/deals/${deal.doc.slug}`}
      query={await searchParams}
      names={await namesIn(deal)}
      restore={restoreVersion}
    />
  );
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
