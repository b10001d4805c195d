import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DealList } from "@/components/deal/deal-list";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Bone } from "@/components/layout/skeleton";
import { Corridors } from "@/components/overview/corridors";
import { Doubtful } from "@/components/overview/doubtful";
import { FlowChart } from "@/components/overview/flow-chart";
import { LatestChanges } from "@/components/overview/latest-changes";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { OverviewStats } from "@/components/overview/overview-stats";
import { TermList } from "@/components/overview/term-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { getOverview } from "@/lib/insight/overview/queries";
import { aMoment } from "@/lib/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function OverviewPage() {
  const ctx = await requireContext();
  const today = new Date().toISOString().slice(0, 10);
  const overview = getOverview(ctx, today);
  await aMoment(overview);
  const t = await getTranslations("overview");
  const waiting = (
    <>
      <PageHeader title={t("title")} note={<Bone className="my-1 h-3.5 w-72" />} />
      <OverviewSkeleton />
    </>
  );
  return (
    <Suspense fallback={waiting}>
      <Overview ctx={ctx} today={today} answer={overview} />
    </Suspense>
  );
}

async function Overview({
  ctx,
  today,
  answer,
}: {
  ctx: Ctx;
  today: string;
  answer: ReturnType<typeof getOverview>;
}) {
  const overview = await answer;
  const t = await getTranslations("overview");
  const mayLog = may(ctx.actor, "catalogue.write");
  const { companies, standings } = overview;
  const { deals } = standings;
  if (deals === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState
          title={t("empty")}
          action={
            mayLog && (
              <ButtonLink href="/deals/new" variant="primary">
                {t("log")}
              </ButtonLink>
            )
          }
        >
          {t(mayLog ? "emptyWrite" : "emptyRead")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note", { deals, companies })}
        actions={mayLog && <ButtonLink href="/deals/new">{t("log")}</ButtonLink>}
      />
      <OverviewStats {...overview} />
      <div className="mt-8 grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <FlowChart years={overview.years} />
          <Section
            id="latest"
            title={t("latest")}
            more={<TextLink href="/deals">{t("allDeals", { count: deals })}</TextLink>}
          >
            <DealList label={t("latest")} deals={overview.latest} />
          </Section>
          <div className="grid gap-8 sm:grid-cols-2">
            <TermList
              id="triggered"
              title={t("terms.triggered")}
              none={t("terms.noneTriggered")}
              terms={overview.triggered}
              href="/milestones?state=TRIGGERED"
            />
            <TermList
              id="expected"
              title={t("terms.expected")}
              none={t("terms.noneExpected")}
              terms={overview.expected}
              href={`/milestones?state=CONTINGENT&due_from=${today}`}
            />
          </div>
        </div>
        <aside aria-label={t("aside")} className="grid min-w-0 content-start gap-8">
          <Corridors corridors={overview.corridors} />
          <Doubtful
            standings={overview.standings}
            conflicts={overview.conflicts}
            unverified={overview.unverified}
          />
          <LatestChanges changes={overview.changes} />
        </aside>
      </div>
    </>
  );
}
