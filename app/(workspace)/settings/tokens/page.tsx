import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { TokenForm } from "@/components/token/token-form";
import { TokenTable } from "@/components/token/token-table";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { listTokens } from "@/lib/people/token/queries";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tokens");
  return { title: t("title") };
}

export default async function TokensPage() {
  const ctx = await requireContext();
  const tokens = await orInterrupt(listTokens(ctx));
  const t = await getTranslations("tokens");
  return (
    <ClientMessages namespaces={["tokens"]}>
      <PageHeader title={t("title")} note={t("note")} />
      <div className="grid gap-8">
        <section aria-labelledby="make" className="grid max-w-4xl gap-3">
          <h2 id="make">{t("make")}</h2>
          <TokenForm action={actions.create} mayWrite={may(ctx.actor, "catalogue.write")} />
        </section>
        {tokens.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <TokenTable
            tokens={tokens}
            everybodys={may(ctx.actor, "people.manage")}
            revoke={actions.revoke}
          />
        )}
      </div>
    </ClientMessages>
  );
}
