import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { RestingList } from "@/components/source/resting-list";
import { SourceFacts } from "@/components/source/source-facts";
import { requireContext } from "@/lib/auth/session";
import { getSourceInsight } from "@/lib/insight/source/queries";
import { orInterrupt } from "@/lib/page";

const load = cache(async (id: string) => orInterrupt(getSourceInsight(await requireContext(), id)));

export async function generateMetadata({ params }: PageProps<"/sources/[id]">): Promise<Metadata> {
  const { source } = await load((await params).id);
  const t = await getTranslations("source");
  return { title: source.title ?? source.publisher ?? t("title") };
}

export default async function SourcePage({ params }: PageProps<"/sources/[id]">) {
  const { source, resting } = await load((await params).id);
  const t = await getTranslations("source");
  return (
    <>
      <PageHeader
        title={
          <span lang={source.lang ?? undefined}>
            {source.title ?? source.publisher ?? t("title")}
          </span>
        }
        note={t("note", { count: resting.length })}
      />
      <SourceFacts source={source} />
      <RestingList resting={resting} />
    </>
  );
}
