import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ScopePicker } from "@/components/payment/scope-picker";
import { Waterfall } from "@/components/payment/waterfall";
import { Notice } from "@/components/ui/notice";
import { requireContext } from "@/lib/auth/session";
import { parseMilestoneScope } from "@/lib/catalogue/milestone/schema";
import { countFlows } from "@/lib/insight/overview/queries";
import { corridorsOf, yearsOf } from "@/lib/insight/overview/rules";
import { getWaterfalls } from "@/lib/insight/waterfall/queries";
import { orInterrupt } from "@/lib/page";
import { countryName } from "@/lib/territory/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("milestones"))("fallTitle") };
}

/** As many corridors as one can choose from. */
const mostCorridors = 24;

export default async function WaterfallPage({ searchParams }: PageProps<"/insight/waterfall">) {
  const ctx = await requireContext();
  const query = await searchParams;
  const { filter, problems } = parseMilestoneScope(query);
  const [falls, flows, t, errors, locale] = await Promise.all([
    orInterrupt(getWaterfalls(ctx, filter)),
    countFlows(),
    getTranslations("milestones"),
    getTranslations("errors"),
    getLocale(),
  ]);
  const corridors = corridorsOf(flows).slice(0, mostCorridors);
  return (
    <>
      <PageHeader title={t("fallTitle")} note={t("fallNote")} />
      {problems.length > 0 && (
        <Notice tone="warning">
          {problems
            .map(
              ({ path, message }) => `${path}: ${errors.has(message) ? errors(message) : message}`,
            )
            .join("; ")}
        </Notice>
      )}
      <ScopePicker
        query={query}
        years={yearsOf(flows).map(({ year }) => year)}
        corridors={corridors.map(({ from, to }) => ({
          ...{ from, to },
          label: `${countryName(from, locale)} → ${countryName(to, locale)}`,
        }))}
      />
      {falls.length === 0 && <p className="text-sm text-ink-3">{t("fallNone")}</p>}
      <div className="grid gap-8">
        {falls.map((fall) => (
          <Section
            key={fall.currency}
            id={fall.currency ?? "none"}
            title={fall.currency ?? t("noCurrency")}
          >
            <Waterfall fall={fall} scope={query} />
          </Section>
        ))}
      </div>
    </>
  );
}
