import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { PairTable } from "@/components/fx/pair-table";
import { RateForm } from "@/components/fx/rate-form";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { listPairs } from "@/lib/fx/queries";
import { bases } from "@/lib/fx/schema";
import { orInterrupt } from "@/lib/page";
import { add } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rates"))("title") };
}

export default async function RatesPage() {
  const ctx = await requireContext();
  const pairs = await orInterrupt(listPairs(ctx));
  const t = await getTranslations("rates");
  return (
    <ClientMessages namespaces={["rates"]}>
      <PageHeader title={t("title")} note={<p className="max-w-[75ch]">{t("note")}</p>} />
      <div className="grid gap-8">
        {may(ctx.actor, "rates.write") && (
          <section aria-labelledby="add" className="grid max-w-5xl gap-3">
            <div>
              <h2 id="add">{t("add")}</h2>
              <p className="text-sm text-ink-3">{t("addHint")}</p>
            </div>
            <RateForm action={add} bases={bases} quote="" />
          </section>
        )}
        <PairTable pairs={pairs} />
      </div>
    </ClientMessages>
  );
}
