import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { ExportMenu } from "@/components/export/export-menu";
import { FxSwitch } from "@/components/fx/fx-switch";
import { withFx } from "@/components/fx/with-fx";
import { MilestoneSums } from "@/components/payment/milestone-sums";
import { MilestoneTable } from "@/components/payment/milestone-table";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { EmptyState } from "@/components/ui/empty-state";
import { requireContext } from "@/lib/auth/session";
import { listMilestones, totalMilestones } from "@/lib/catalogue/milestone/queries";
import { lastMoved, parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import { valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { openList } from "../open-list";
import { SavedViews } from "../saved-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("milestones"))("title") };
}

const texts = ["company", "deal", "due_from", "due_to", "currency"] as const;
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
  const [list, totals, t, enums, fx] = await Promise.all([
    orInterrupt(listMilestones(ctx, filter)),
    orInterrupt(totalMilestones(ctx, filter)),
    getTranslations("milestones"),
    getTranslations("enums"),
    getTranslations("fx"),
  ]);
  const sort = filter.sort ?? lastMoved;
  const policy = filter.fx ?? "original";
  return (
    <ListFrame
      address="/milestones"
      query={query}
      title={t("title")}
      views={<SavedViews page="milestones" />}
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
      list={list}
      empty={<EmptyState title={t("empty")} />}
      note={policy === "original" ? t("note") : fx(`explain.${policy}`)}
      actions={
        <ClientMessages namespaces={["export"]}>
          <ExportMenu
            address="/milestones"
            query={withQuery(query, { limit: undefined, tab: undefined, fx: undefined })}
            count={{ count: list.total, exact: true }}
          />
        </ClientMessages>
      }
    >
      <MilestoneSums totals={totals} />
      <MilestoneTable
        label={t("title")}
        milestones={list.items}
        sortOf={sortLinks("/milestones", query, sort, new Set(["moved"]))}
      />
    </ListFrame>
  );
}
