import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ClientMessages } from "@/app/client-messages";
import { CompanyAssets } from "@/components/company/company-assets";
import { CompanyClaims } from "@/components/company/company-claims";
import { CompanyDeals } from "@/components/company/company-deals";
import { CompanyFacts } from "@/components/company/company-facts";
import { CompanyGroup } from "@/components/company/company-group";
import { CompanyHeader } from "@/components/company/company-header";
import { CompanyIdentifiers } from "@/components/company/company-identifiers";
import { CompanyMoney } from "@/components/company/company-money";
import { CompanyNames } from "@/components/company/company-names";
import { CompanyPartners } from "@/components/company/company-partners";
import { CompanyRights } from "@/components/company/company-rights";
import { CompanySkeleton } from "@/components/company/company-skeleton";
import { CompanyStats } from "@/components/company/company-stats";
import type { CompanyView } from "@/components/company/company-view";
import { CompanyYears } from "@/components/company/company-years";
import { LastChanged } from "@/components/deal/last-changed";
import { FxBar } from "@/components/fx/fx-bar";
import { LookBack } from "@/components/past/look-back";
import { PastBanner } from "@/components/past/past-banner";
import { RecordActions } from "@/components/record/record-actions";
import { WithdrawnNotice } from "@/components/record/withdrawn-notice";
import { EvidenceList } from "@/components/source/evidence-list";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/rules";
import type { Query } from "@/lib/catalogue/rules";
import type { Ctx } from "@/lib/context";
import { newestDays } from "@/lib/fx/queries";
import { fxPolicyOf } from "@/lib/fx/schema";
import { getCompanyInsight } from "@/lib/insight/company/queries";
import { aMoment } from "@/lib/page";
import { dayAsked } from "../../looks-back";
import { addClaim, judgeClaim, purge, restore, withdraw } from "./actions";
import { CompanyFalls } from "./company-falls";
import { loadCompany } from "./load";

export async function generateMetadata({
  params,
}: PageProps<"/companies/[slug]">): Promise<Metadata> {
  const { company } = await loadCompany((await params).slug);
  return { title: company.doc.name };
}

export default async function CompanyDetailsPage({
  params,
  searchParams,
}: PageProps<"/companies/[slug]">) {
  const { ctx, company } = await loadCompany((await params).slug);
  const query = await searchParams;
  const { doc, group, withdrawnAt, withdrawnReason, updatedAt } = company;
  const { day, today, problem } = await dayAsked(query);
  const insight = getCompanyInsight(ctx, doc, { policy: fxPolicyOf(query.fx), day });
  await aMoment(insight);
  const t = await getTranslations("company");
  const mayWrite = may(ctx.actor, "catalogue.write") && !withdrawnAt && !day;
  const recordActions = (
    <RecordActions
      noun="COMPANY"
      id={doc.id}
      version={doc.version}
      withdrawn={withdrawnAt !== null}
      mayWithdraw={may(ctx.actor, "catalogue.withdraw")}
      mayPurge={may(ctx.actor, "catalogue.purge")}
      commands={{ withdraw, restore, purge }}
    />
  );
  return (
    <ClientMessages namespaces={["claim", "record"]}>
      {day && <PastBanner day={day} today={`/companies/${doc.slug}`} />}
      <CompanyHeader doc={doc} mayEdit={mayWrite}>
        {!withdrawnAt && !day && recordActions}
      </CompanyHeader>
      {withdrawnAt && (
        <div className="mb-5">
          <WithdrawnNotice
            noun="COMPANY"
            at={withdrawnAt.toISOString()}
            reason={withdrawnReason}
            action={recordActions}
          />
        </div>
      )}
      <CompanyFacts doc={doc} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <Suspense fallback={<CompanySkeleton />}>
            <CompanyReport {...{ ctx, doc, group, insight, query }} />
          </Suspense>
          <CompanyClaims doc={doc} commands={mayWrite && { judge: judgeClaim, add: addClaim }} />
          <Suspense>
            <CompanyFalls ctx={ctx} doc={doc} />
          </Suspense>
        </div>
        <aside aria-label={t("aside")} className="grid min-w-0 content-start gap-8">
          <CompanyNames doc={doc} />
          <CompanyIdentifiers doc={doc} />
          <CompanyGroup doc={doc} group={group} />
          <EvidenceList evidence={doc} />
          <LastChanged tags={[]} at={updatedAt.toISOString()} />
          <LookBack day={day} today={today} error={problem} />
        </aside>
      </div>
    </ClientMessages>
  );
}

/** What the company's deals say of it; how many there are decides how long that takes. */
async function CompanyReport({
  ctx,
  doc,
  group,
  insight,
  query,
}: Pick<CompanyView, "doc" | "group"> & {
  ctx: Ctx;
  insight: ReturnType<typeof getCompanyInsight>;
  query: Query;
}) {
  const view: CompanyView = { doc, group, ...(await insight) };
  const t = await getTranslations("company");
  return (
    <div className="grid min-w-0 content-start gap-8">
      {view.counts.deals === 0 ? (
        <EmptyState title={t("noDeals")}>{t("noDealsText")}</EmptyState>
      ) : (
        <CompanyStats {...view} />
      )}
      <CompanyMoney
        {...view}
        fx={
          <FxBar
            address={`/companies/${doc.slug}`}
            query={query}
            notes={view.terms.flatMap(({ fx }) => fx ?? [])}
            newest={() => newestDays(ctx)}
          />
        }
      />
      <CompanyDeals side="given" {...view} />
      <CompanyDeals side="taken" {...view} />
      <CompanyDeals side="other" {...view} />
      <CompanyYears {...view} />
      <CompanyPartners {...view} />
      <CompanyRights {...view} />
      <CompanyAssets {...view} />
    </div>
  );
}
