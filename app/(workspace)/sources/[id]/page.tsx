import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { RestingList } from "@/components/source/resting-list";
import { SourceFacts } from "@/components/source/source-facts";
import { ButtonLink } from "@/components/ui/button-link";
import { may } from "@/lib/auth/rules";
import { listHistory } from "@/lib/history/queries";
import { loadSource } from "./load";

export async function generateMetadata({ params }: PageProps<"/sources/[id]">): Promise<Metadata> {
  return { title: (await loadSource((await params).id)).name };
}

export default async function SourcePage({ params }: PageProps<"/sources/[id]">) {
  const { ctx, source, name, version, resting } = await loadSource((await params).id);
  const { items } = await listHistory(ctx, { entity: "SOURCE", entityId: source.id });
  const t = await getTranslations("source");
  return (
    <>
      <PageHeader
        title={<span lang={source.lang ?? undefined}>{name}</span>}
        note={t("note", { count: resting.length })}
        actions={
          may(ctx.actor, "catalogue.write") && (
            <ButtonLink href={`/sources/${source.id}/edit`} variant="primary">
              {t("edit")}
            </ButtonLink>
          )
        }
      />
      <SourceFacts source={source} />
      <div className="grid gap-8">
        <RestingList resting={resting} />
        <Section id="history" title={t("history", { version })}>
          <HistoryList entries={items} />
        </Section>
      </div>
    </>
  );
}
