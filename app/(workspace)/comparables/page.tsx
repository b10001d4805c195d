import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { Answer } from "@/components/comparable/answer";
import { CriteriaBar } from "@/components/comparable/criteria-bar";
import { FreezeSet } from "@/components/comparable/freeze-set";
import { SetList } from "@/components/comparable/set-list";
import { ExportMenu } from "@/components/export/export-menu";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { toRoute } from "@/components/ui/to-route";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { emptiable } from "@/lib/catalogue/deal/schema";
import { splitQuery, withQuery } from "@/lib/catalogue/rules";
import type { Comparables } from "@/lib/insight/comparable/dto";
import { findSubject, getComparables, mostDeals } from "@/lib/insight/comparable/queries";
import { criteriaOf } from "@/lib/insight/comparable/rules";
import { comparableKeys, parseComparables } from "@/lib/insight/comparable/schema";
import { listSets } from "@/lib/insight/comparable/set/queries";
import { orInterrupt } from "@/lib/page";
import { freeze } from "./actions";
import { spoken } from "./spoken";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("comparables"))("title") };
}

export default async function ComparablesPage({ searchParams }: PageProps<"/comparables">) {
  const ctx = await requireContext();
  const query = await searchParams;
  const { filter: asked, problems } = parseComparables(query);
  const chosen = criteriaOf(asked.criteria).length > 0 || asked.kept.length > 0;
  const subject = asked.like ? await orInterrupt(findSubject(ctx, asked.like)) : null;
  if (subject && !chosen) redirect(toRoute(`/comparables${withQuery(query, subject.criteria)}`));
  const day = asked.criteria.as_of ?? new Date().toISOString().slice(0, 10);
  const matching = chosen ? await orInterrupt(countDeals(ctx, asked.criteria)) : 0;
  const [found, sets] = await Promise.all([
    chosen && matching <= mostDeals ? orInterrupt(getComparables(ctx, asked, day)) : null,
    orInterrupt(listSets(ctx)),
  ]);
  const t = await getTranslations("comparables");
  const address = withQuery(query, {});
  return (
    <ClientMessages namespaces={spoken}>
      <PageHeader
        title={t("title")}
        note={subject ? t("like", { title: subject.title }) : t("note")}
        actions={
          found && (
            <>
              <ExportMenu address="/comparables" query={address} count={countOf(found)} />
              {may(ctx.actor, "view.share") && (
                <FreezeSet query={address.slice(1)} freeze={freeze} />
              )}
            </>
          )
        }
      />
      <CriteriaBar
        {...{ query, problems, emptiable }}
        deals={splitQuery(query, comparableKeys).rest}
      />
      {matching > mostDeals && (
        <Notice tone="warning" title={t("tooMany", { count: matching, maximum: mostDeals })}>
          {t("tooManyHint")}
        </Notice>
      )}
      {found && <Answer answer={found} day={day} halfLife={asked.halfLife} query={query} />}
      {!chosen && <EmptyState title={t("start")}>{t("startHint")}</EmptyState>}
      <div className="mt-8">
        <Section id="sets" title={t("sets")}>
          <SetList sets={sets} />
        </Section>
      </div>
    </ClientMessages>
  );
}

const countOf = ({ deals, left }: Comparables) => ({
  ...{ count: deals.length + left.length, exact: true },
});
