import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { MergeList } from "@/components/duplicate/merge-list";
import { PairList } from "@/components/duplicate/pair-list";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { listDuplicates, listMerges } from "@/lib/quality/duplicate/queries";
import { keepApart, merge, undo } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duplicates"))("title") };
}

const nouns = ["COMPANY", "ASSET", "DEAL"] as const;

export default async function DuplicatesPage() {
  const ctx = await requireContext();
  const pairs = await orInterrupt(Promise.all(nouns.map((noun) => listDuplicates(ctx, noun))));
  const merges = await orInterrupt(listMerges(ctx));
  const mayMerge = may(ctx.actor, "catalogue.withdraw");
  const t = await getTranslations("duplicates");
  return (
    <ClientMessages namespaces={["duplicates", "record"]}>
      <PageHeader title={t("title")} note={t("note")} />
      <div className="grid gap-8">
        {nouns.map((noun, index) => (
          <PairList
            key={noun}
            noun={noun}
            pairs={pairs[index] ?? []}
            mayMerge={mayMerge}
            merge={merge}
            keepApart={keepApart}
          />
        ))}
        {merges.length > 0 && <MergeList merges={merges} mayUndo={mayMerge} undo={undo} />}
      </div>
    </ClientMessages>
  );
}
