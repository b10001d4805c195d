import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/app/record-history";
import { restoreVersion } from "../actions";
import { loadAsset } from "../load";

export async function generateMetadata({
  params,
}: PageProps<"/assets/[slug]/history">): Promise<Metadata> {
  const { asset } = await loadAsset((await params).slug, "/history");
  const t = await getTranslations("history");
  return { title: t("of", { title: asset.doc.name }) };
}

export default async function AssetHistoryPage({
  params,
  searchParams,
}: PageProps<"/assets/[slug]/history">) {
  const { ctx, asset } = await loadAsset((await params).slug, "/history");
  const { doc, originator } = asset;
  const t = await getTranslations("asset");
  return (
    <RecordHistory
      ctx={ctx}
      noun="ASSET"
      doc={doc}
      withdrawn={asset.withdrawnAt !== null}
      name={doc.name}
      list={{ href: "/assets", label: t("assets") }}
      address={`/assets/${doc.slug}`}
      query={await searchParams}
      restore={restoreVersion}
      names={
        new Map([
          ...(originator ? [[originator.id, originator.name] as const] : []),
          ...doc.names.map(({ id, name }) => [id, name] as const),
          ...doc.sources.map(({ id, publisher, title }) => [id, publisher ?? title ?? ""] as const),
        ])
      }
    />
  );
}
