import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareTable } from "@/components/compare/compare-table";
import { PageHeader } from "@/components/layout/page-header";
import { LeftOut } from "@/components/table/left-out";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireContext } from "@/lib/auth/session";
import { withQuery } from "@/lib/catalogue/rules";
import { compareDeals } from "@/lib/insight/compare/queries";
import { mostCompared } from "@/lib/insight/compare/rules";
import { parseCompare } from "@/lib/insight/compare/schema";
import { orInterrupt } from "@/lib/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compare"))("title") };
}

export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const ctx = await requireContext();
  const { wanted, problems } = parseCompare(await searchParams);
  const deals = await orInterrupt(compareDeals(ctx, wanted));
  const t = await getTranslations("compare");
  const shown = deals.map(({ slug }) => slug);
  const known = new Set(deals.flatMap(({ slug, id }) => [slug, id]));
  const gone = wanted
    .filter((name) => !known.has(name))
    .map((path) => ({ path, message: "Deal not found" }));
  return (
    <>
      <PageHeader title={t("title")} note={t("note", { most: mostCompared })} />
      {problems.length + gone.length > 0 && <LeftOut problems={[...problems, ...gone]} />}
      {deals.length === 0 ? (
        <EmptyState
          title={t("empty")}
          action={<ButtonLink href="/deals">{t("choose")}</ButtonLink>}
        >
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <CompareTable
          deals={deals}
          without={(slug) =>
            `/compare${withQuery({}, { deal: shown.filter((one) => one !== slug) })}`
          }
        />
      )}
    </>
  );
}
