import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { ExportMenu } from "@/components/export/export-menu";
import { FxSwitch } from "@/components/fx/fx-switch";
import { withFx } from "@/components/fx/with-fx";
import { MilestoneSums } from "@/components/payment/milestone-sums";
import { MilestoneTable } from "@/components/payment/milestone-table";
import { MilestoneTabs } from "@/components/payment/milestone-tabs";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { countMilestones } from "@/lib/catalogue/milestone/count/queries";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import { dues, lastMoved, parseMilestoneFilter, steps } from "@/lib/catalogue/milestone/schema";
import { totalMilestones } from "@/lib/catalogue/milestone/total/queries";
import { valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { openList } from "../open-list";
import { SavedViews } from "../saved-views";
import { MilestonesBulk } from "./milestones-bulk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("milestones"))("title") };
}

const texts = ["company", "deal", "due_from", "due_to", "currency"] as const;
const more = ["payer", "payee", "from", "to", "announced_from", "announced_to"] as const;
const choices = {
  state: Object.values(PaymentState),
  kind: Object.values(TermKind).filter((kind) => kind !== "HEADLINE"),
  category: Object.values(MilestoneCategory),
} as const;
const enumOf = { state: "paymentState", kind: "termKind", category: "milestoneCategory" } as const;

export default async function MilestonesPage({ searchParams }: PageProps<"/milestones">) {
  const ctx = await requireContext();
  const query = await openList("milestones", searchParams);
  const { filter, problems } = parseMilestoneFilter(query);
  const [list, totals, counts, t, enums, fx] = await Promise.all([
    orInterrupt(listMilestones(ctx, filter)),
    orInterrupt(totalMilestones(ctx, filter)),
    orInterrupt(countMilestones(ctx, filter)),
    getTranslations("milestones"),
    getTranslations("enums"),
    getTranslations("fx"),
  ]);
  const edits = may(ctx.actor, "catalogue.write");
  const sort = filter.sort ?? lastMoved;
  const policy = filter.fx ?? "original";
  const rows = withQuery(query, { limit: undefined, tab: undefined, fx: undefined });
  return (
    <ListFrame
      address="/milestones"
      query={query}
      title={t("title")}
      views={
        <>
          <SavedViews page="milestones" />
          <MilestoneTabs query={query} counts={counts} />
        </>
      }
      problems={problems}
      search={{ name: "q", label: t("filters.q"), value: valuesOf(query, "q")[0] ?? "" }}
      texts={texts.map((name) => ({
        ...{ name, label: t(`filters.${name}`), value: valuesOf(query, name)[0] ?? "" },
      }))}
      choices={(["state", "kind", "category"] as const).map((name) => ({
        ...{ name, label: t(`filters.${name}`) },
        choices: choices[name].map((value) => ({
          ...{ value, label: enums(`${enumOf[name]}.${value}`) },
          chosen: valuesOf(query, name).includes(value),
        })),
      }))}
      above={<FxSwitch policy={policy} hrefOf={(one) => `/milestones${withFx(query, one)}`} />}
      groups={[
        {
          ...{ name: "more", label: t("filters.more") },
          texts: more.map((name) => ({
            ...{ name, label: t(`filters.${name}`), value: valuesOf(query, name)[0] ?? "" },
          })),
          choices: [
            {
              ...{ name: "due", label: t("filters.due") },
              choices: dues.map((value) => ({
                ...{ value, label: t(`due.${value}`) },
                chosen: valuesOf(query, "due").includes(value),
              })),
            },
            {
              ...{ name: "step", label: t("filters.step") },
              choices: steps.map((value) => ({
                ...{ value, label: t(`step.${value}`) },
                chosen: valuesOf(query, "step").includes(value),
              })),
            },
          ],
        },
      ]}
      list={list}
      empty={<EmptyState title={t("empty")} />}
      note={policy === "original" ? t("note") : fx(`explain.${policy}`)}
      actions={
        <ClientMessages namespaces={["export"]}>
          <ButtonLink href={`/api/v1/milestones.ics${rows}`} download>
            {t("calendar")}
          </ButtonLink>
          <ExportMenu
            address="/milestones"
            query={rows}
            count={{ count: list.total, exact: true }}
          />
        </ClientMessages>
      }
    >
      <MilestoneSums totals={totals} />
      <MilestonesBulk
        ids={list.items.map(({ id }) => id)}
        query={withQuery(query, {
          limit: undefined,
          tab: undefined,
          fx: undefined,
          sort: undefined,
        }).slice(1)}
        total={list.total}
        edits={edits}
      >
        <MilestoneTable
          label={t("title")}
          milestones={list.items}
          sortOf={sortLinks("/milestones", query, sort, new Set(["moved"]))}
          tickable={edits}
        />
      </MilestonesBulk>
    </ListFrame>
  );
}
