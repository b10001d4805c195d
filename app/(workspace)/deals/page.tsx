import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { DealGrid } from "@/components/deal/deal-grid";
import { ExportMenu } from "@/components/export/export-menu";
import { pack } from "@/components/grid/packed";
import { PastBanner } from "@/components/past/past-banner";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { estimateDeals } from "@/lib/catalogue/deal/count/queries";
import { isPast } from "@/lib/catalogue/deal/past/queries";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { emptiable, newestFirst, parseDealFilter } from "@/lib/catalogue/deal/schema";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { findListLayout } from "@/lib/view/preference/queries";
import { openList } from "../open-list";
import { SavedViews } from "../saved-views";
import { DealsBulk } from "./deals-bulk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

/** What the table's client code says. */
const spoken = [
  ...["deals", "table", "grid", "export", "fx", "money", "payment.said", "payment.disclosedOf"],
  ...["dealType", "dealStatus", "stage", "modality", "amountWord"].map((name) => `enums.${name}`),
];

/** What an export does not take: it always holds all rows. */
const pageOnly = { limit: undefined, tab: undefined, fx: undefined, menus: undefined };

export default async function DealsPage({ searchParams }: PageProps<"/deals">) {
  const ctx = await requireContext();
  const query = await openList("deals", searchParams);
  const { filter, problems } = parseDealFilter(query);
  const [rows, count, layout] = await Promise.all([
    orInterrupt(listDeals(ctx, filter)),
    orInterrupt(estimateDeals(ctx, filter)),
    orInterrupt(findListLayout(ctx, "deals")),
  ]);
  const past = isPast(filter.as_of) ? filter.as_of : null;
  const edits = may(ctx.actor, "catalogue.write") && past === null;
  return (
    <ClientMessages namespaces={problems.length > 0 ? [...spoken, "errors"] : spoken}>
      {past && <PastBanner day={past} today={`/deals${withQuery(query, { as_of: undefined })}`} />}
      {query.menus === undefined && <WithoutScripts query={query} />}
      <DealGrid
        data={{
          ...{ page: "deals", source: "/api/catalogue/deals", query, problems, count, layout },
          // One string passes to the browser at a fraction of what its thousand values would cost.
          first: pack(rows),
          keeps: ctx.actor.kind === "user",
          edits,
        }}
        sort={filter.sort ?? newestFirst}
        previous={rows.previous}
        emptiable={emptiable}
        slots={{
          bulk: <DealsBulk edits={edits} />,
          views: <SavedViews page="deals" />,
          export: <ExportMenu address="/deals" query={withQuery(query, pageOnly)} count={count} />,
        }}
      />
    </ClientMessages>
  );
}

/** Menus are drawn by scripts when they open; a browser without any goes on to the page that has them all. */
function WithoutScripts({ query }: { query: Query }) {
  const address = `/deals${withQuery(query, { after: query.after, menus: "open" })}`;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
    </noscript>
  );
}
