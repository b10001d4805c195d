import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { Bridge } from "@/components/deal/bridge";
import { citationsOf } from "@/components/deal/citations";
import { DealAmendments } from "@/components/deal/deal-amendments";
import { DealAssets } from "@/components/deal/deal-assets";
import { DealClaims } from "@/components/deal/deal-claims";
import { DealEvidence } from "@/components/deal/deal-evidence";
import { DealFacts } from "@/components/deal/deal-facts";
import { DealFamily } from "@/components/deal/deal-family";
import { DealGrants } from "@/components/deal/deal-grants";
import { DealHeader } from "@/components/deal/deal-header";
import { DealTimeline } from "@/components/deal/deal-timeline";
import type { DealView, Term } from "@/components/deal/deal-view";
import { DealWarnings } from "@/components/deal/deal-warnings";
import { LastChanged } from "@/components/deal/last-changed";
import { FxBar } from "@/components/fx/fx-bar";
import { LookBack } from "@/components/past/look-back";
import { PastBanner } from "@/components/past/past-banner";
import { DealFalls } from "@/components/payment/deal-falls";
import { PaymentTerms } from "@/components/payment/payment-terms";
import { PromisedPaid } from "@/components/payment/promised-paid";
import { Royalties } from "@/components/payment/royalties";
import { RecordActions } from "@/components/record/record-actions";
import { WithdrawnNotice } from "@/components/record/withdrawn-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { loadAssetDocs } from "@/lib/asset/queries";
import { may } from "@/lib/auth/rules";
import type { Ctx } from "@/lib/context";
import { findDealFamily } from "@/lib/deal/family/queries";
import { isForeign } from "@/lib/deal/fx/rules";
import { findPastDeal } from "@/lib/deal/past/queries";
import type { DealPage } from "@/lib/deal/queries";
import { loadOverlapWarnings } from "@/lib/deal/warning/queries";
import { dealWarnings } from "@/lib/deal/warning/rules";
import { newestDays } from "@/lib/fx/queries";
import { fxPolicyOf } from "@/lib/fx/schema";
import { getWaterfalls } from "@/lib/insight/waterfall/queries";
import { dayAsked } from "../../looks-back";
import { addClaim, judgeClaim, purge, restore, withdraw } from "./actions";
import { inMoneyOf } from "./in-money";
import { loadDeal } from "./load";
import { MoveButton } from "./move-button";

export async function generateMetadata({ params }: PageProps<"/deals/[slug]">): Promise<Metadata> {
  const { deal } = await loadDeal((await params).slug);
  return { title: deal.doc.title };
}

export default async function DealDetailsPage({
  params,
  searchParams,
}: PageProps<"/deals/[slug]">) {
  const { ctx, deal: current } = await loadDeal((await params).slug);
  const query = await searchParams;
  const asked = await dayAsked(query);
  const withdrawn = current.withdrawnAt !== null;
  // What is withdrawn has no past: it was a mistake at all times.
  const day = withdrawn ? null : (asked.day ?? null);
  const doc = day ? await findPastDeal(ctx, current.doc, day) : current.doc;
  if (!doc) return <NotYet day={day ?? asked.today} slug={current.doc.slug} />;
  const deal = { ...current, doc };
  const [view, family, falls] = await Promise.all([
    viewOf(ctx, deal),
    findDealFamily(ctx, deal.doc.id, day),
    day === null ? getWaterfalls(ctx, { deal: [deal.doc.slug] }) : null,
  ]);
  const shown = await inMoneyOf(ctx, view, fxPolicyOf(query.fx));
  const t = await getTranslations("deal");
  const whole = query.all === "yes";
  const mayWrite = may(ctx.actor, "catalogue.write") && !withdrawn && day === null;
  const recordActions = (
    <RecordActions
      noun="DEAL"
      id={deal.doc.id}
      version={deal.doc.version}
      withdrawn={withdrawn}
      mayWithdraw={may(ctx.actor, "catalogue.withdraw")}
      mayPurge={may(ctx.actor, "catalogue.purge")}
      commands={{ withdraw, restore, purge }}
    />
  );
  return (
    <ClientMessages namespaces={["claim", "payment", "record"]}>
      {day && <PastBanner day={day} today={`/deals/${deal.doc.slug}`} />}
      <DealHeader view={view} mayEdit={mayWrite}>
        {!withdrawn && day === null && recordActions}
      </DealHeader>
      {deal.withdrawnAt && (
        <div className="mb-5">
          <WithdrawnNotice
            noun="DEAL"
            at={deal.withdrawnAt.toISOString()}
            reason={deal.withdrawnReason}
            action={recordActions}
          />
        </div>
      )}
      <Bridge view={view} withdrawn={withdrawn}>
        <DealFacts view={view} />
      </Bridge>
      {deal.doc.summary && (
        <p className="mb-5 max-w-[70ch] whitespace-pre-line">{deal.doc.summary}</p>
      )}
      {day === null && <DealWarnings view={view} warnings={await warningsOf(ctx, deal)} />}
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <PromisedPaid
            view={shown}
            fx={
              deal.doc.terms.some(isForeign) && (
                <FxBar
                  address={`/deals/${deal.doc.slug}`}
                  query={query}
                  notes={[...(shown.fx?.values() ?? [])]}
                  newest={() => newestDays(ctx)}
                />
              )
            }
          />
          {falls && <DealFalls falls={falls} slug={deal.doc.slug} />}
          {deal.doc.terms.length > 0 && (
            <PaymentTerms
              view={shown}
              whole={whole}
              move={
                mayWrite
                  ? (term) => <MoveButton term={saidOf(deal, term)} view={view} />
                  : undefined
              }
            />
          )}
          <DealAmendments view={view} />
          <Royalties view={view} />
          <DealClaims view={view} commands={mayWrite && { judge: judgeClaim, add: addClaim }} />
          <DealGrants view={view} />
          <DealAssets view={view} />
          {family && <DealFamily family={family} dealId={deal.doc.id} />}
        </div>
        <aside aria-label={t("aside")} className="grid min-w-0 content-start gap-8">
          <DealTimeline view={view} whole={whole} />
          <DealEvidence view={view} />
          <LastChanged tags={deal.doc.tags} at={deal.updatedAt.toISOString()} />
          {!withdrawn && (
            <LookBack day={day ?? undefined} today={asked.today} error={asked.problem} />
          )}
        </aside>
      </div>
    </ClientMessages>
  );
}

/** The address of a deal on a day before it was announced. */
async function NotYet({ day, slug }: { day: string; slug: string }) {
  const t = await getTranslations("past");
  return (
    <>
      <PastBanner day={day} today={`/deals/${slug}`} />
      <EmptyState title={t("notYet")}>{t("notYetText")}</EmptyState>
    </>
  );
}

async function viewOf(ctx: Ctx, { doc, companies }: DealPage): Promise<DealView> {
  const ids = doc.assets.map(({ assetId }) => assetId);
  const assets = await loadAssetDocs(ctx, ids);
  return { doc, companies, assets, citations: citationsOf(doc) };
}

/** A payment is moved as it was said, in whatever currency it is shown. */
function saidOf({ doc }: DealPage, shown: Term): Term {
  return doc.terms.find(({ id }) => id === shown.id) ?? shown;
}

async function warningsOf(ctx: Ctx, { doc, companies }: DealPage) {
  const around = {
    countryOf: (id: string) => companies.get(id)?.country,
    today: new Date().toISOString().slice(0, 10),
  };
  return [...dealWarnings(doc, around), ...(await loadOverlapWarnings(ctx, doc.id))];
}
