import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { AssetClaims } from "@/components/asset/asset-claims";
import { AssetFacts } from "@/components/asset/asset-facts";
import { AssetHeader } from "@/components/asset/asset-header";
import { AssetLife } from "@/components/asset/asset-life";
import { AssetNames } from "@/components/asset/asset-names";
import { AssetRights } from "@/components/asset/asset-rights";
import { LastChanged } from "@/components/deal/last-changed";
import { RecordActions } from "@/components/record/record-actions";
import { WithdrawnNotice } from "@/components/record/withdrawn-notice";
import { EvidenceList } from "@/components/source/evidence-list";
import { may } from "@/lib/auth/rules";
import type { Query } from "@/lib/catalogue/rules";
import { once, parseQuery } from "@/lib/catalogue/schema";
import { getAssetInsight } from "@/lib/insight/asset/queries";
import { rightsKeys } from "@/lib/insight/asset/schema";
import { addClaim, judgeClaim, purge, restore, withdraw } from "./actions";
import { loadAsset } from "./load";

const keys = { as_of: once(rightsKeys.as_of), country: once(rightsKeys.country) };

/** What the address asks of the rights; other keys are of no concern here. */
function askedOf({ as_of, country }: Query) {
  return parseQuery(keys, { as_of, country }).filter;
}

export async function generateMetadata({ params }: PageProps<"/assets/[slug]">): Promise<Metadata> {
  const { asset } = await loadAsset((await params).slug);
  return { title: asset.doc.name };
}

export default async function AssetDetailsPage({
  params,
  searchParams,
}: PageProps<"/assets/[slug]">) {
  const { ctx, asset } = await loadAsset((await params).slug);
  const { doc, originator, withdrawnAt, withdrawnReason, updatedAt } = asset;
  const { deals, grants } = await getAssetInsight(ctx, doc);
  const asked = askedOf(await searchParams);
  const t = await getTranslations("asset");
  const mayWrite = may(ctx.actor, "catalogue.write") && !withdrawnAt;
  const recordActions = (
    <RecordActions
      noun="ASSET"
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
      <AssetHeader doc={doc} mayEdit={mayWrite}>
        {!withdrawnAt && recordActions}
      </AssetHeader>
      {withdrawnAt && (
        <div className="mb-5">
          <WithdrawnNotice
            noun="ASSET"
            at={withdrawnAt.toISOString()}
            reason={withdrawnReason}
            action={recordActions}
          />
        </div>
      )}
      <AssetFacts doc={doc} originator={originator} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <AssetLife deals={deals} />
          <AssetRights
            slug={doc.slug}
            grants={grants}
            originator={originator}
            day={asked.as_of ?? new Date().toISOString().slice(0, 10)}
            asked={asked}
          />
          <AssetClaims doc={doc} commands={mayWrite && { judge: judgeClaim, add: addClaim }} />
        </div>
        <aside aria-label={t("aside")} className="grid min-w-0 content-start gap-8">
          <AssetNames doc={doc} />
          <EvidenceList evidence={doc} />
          <LastChanged tags={[]} at={updatedAt.toISOString()} />
        </aside>
      </div>
    </ClientMessages>
  );
}
