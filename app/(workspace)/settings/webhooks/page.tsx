import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { WebhookForm } from "@/components/webhook/webhook-form";
import { WebhookSection } from "@/components/webhook/webhook-section";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { listWebhooks } from "@/lib/people/webhook/queries";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

export default async function WebhooksPage() {
  const webhooks = await orInterrupt(listWebhooks(await requireContext()));
  const t = await getTranslations("webhooks");
  return (
    <ClientMessages namespaces={["webhooks"]}>
      <PageHeader title={t("title")} note={t("note")} />
      <div className="grid max-w-4xl gap-8">
        <section aria-labelledby="make" className="grid gap-3">
          <h2 id="make">{t("make")}</h2>
          <p className="text-sm text-ink-2">{t("how")}</p>
          <WebhookForm action={actions.create} />
        </section>
        {webhooks.map((webhook) => (
          <WebhookSection key={webhook.id} webhook={webhook} disable={actions.disable} />
        ))}
      </div>
    </ClientMessages>
  );
}
