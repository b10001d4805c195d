import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { RateForm } from "@/components/fx/rate-form";
import { RateTable } from "@/components/fx/rate-table";
import { HistoryList } from "@/components/history/history-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { listRates } from "@/lib/fx/queries";
import { currencyId } from "@/lib/fx/rules";
import { bases, rateDay } from "@/lib/fx/schema";
import { listHistory } from "@/lib/history/queries";
import { currencies } from "@/lib/money/schema";
import { orInterrupt } from "@/lib/page";
import { add, correct } from "../actions";

type Props = PageProps<"/settings/rates/[currency]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { currency } = await params;
  return { title: (await getTranslations("rates"))("of", { currency }) };
}

export default async function CurrencyRatesPage({ params, searchParams }: Props) {
  const ctx = await requireContext();
  const { currency } = await params;
  if (!currencies.has(currency)) notFound();
  const before = rateDay.safeParse((await searchParams).before).data ?? null;
  const entity = { entity: "CURRENCY", entityId: currencyId(currency) } as const;
  const [{ rates, next }, history, t] = await Promise.all([
    orInterrupt(listRates(ctx, currency, before)),
    orInterrupt(listHistory(ctx, { ...entity, limit: 20 })),
    getTranslations("rates"),
  ]);
  const mayWrite = may(ctx.actor, "rates.write");
  const address = `/settings/rates/${currency}`;
  const crumbs = [{ href: "/settings/rates", label: t("title") }, { label: currency }];
  return (
    <ClientMessages namespaces={["rates", "history"]}>
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={crumbs} />} title={t("of", { currency })} />
      <div className="grid gap-8">
        {mayWrite && (
          <Section id="add" title={t("add")} note={t("addHint")} landmark>
            <RateForm action={add} bases={bases} quote={currency} />
          </Section>
        )}
        <Section id="rates" title={t("rates")}>
          <RateTable rates={rates} correct={mayWrite ? correct : undefined} />
          <Pagination previous={before && address} next={next && `${address}?before=${next}`}>
            {t("shown", { count: rates.length })}
          </Pagination>
        </Section>
        <Section id="history" title={t("history")} landmark>
          <HistoryList entries={history.items} />
        </Section>
      </div>
    </ClientMessages>
  );
}
