import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages";
import { BatchButtons } from "@/components/bulk/batch-buttons";
import { BatchFacts, BatchTitle } from "@/components/bulk/batch-facts";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { getBatch } from "@/lib/bulk/queries";
import { batchRef } from "@/lib/bulk/schema";
import { AppError } from "@/lib/errors";
import { orInterrupt } from "@/lib/page";
import { applyBatch, undoBatch } from "../../bulk";

const load = cache(async (id: string) => {
  const ctx = await requireContext();
  return { ctx, batch: await orInterrupt(find(ctx, id)) };
});

async function find(ctx: Awaited<ReturnType<typeof requireContext>>, id: string) {
  if (!batchRef.safeParse({ id }).success) throw new AppError("NOT_FOUND", "Batch not found");
  return getBatch(ctx, id);
}

export async function generateMetadata({ params }: PageProps<"/batches/[id]">): Promise<Metadata> {
  const { batch } = await load((await params).id);
  const t = await getTranslations("bulk");
  const count = batch.tally.change.count;
  return { title: batch.undoes ? t("page.undoTitle") : t("partOf", { noun: batch.noun, count }) };
}

export default async function BatchPage({ params }: PageProps<"/batches/[id]">) {
  const { ctx, batch } = await load((await params).id);
  const { id, tally, state, undoes, undoneBy } = batch;
  return (
    <ClientMessages namespaces={["bulk"]}>
      <PageHeader
        title={<BatchTitle batch={batch} />}
        actions={
          may(ctx.actor, "catalogue.write") && (
            <BatchButtons
              id={id}
              noun={batch.noun}
              count={tally.change.count}
              unfinished={state === "started"}
              mayUndo={!undoes && !undoneBy && tally.change.count > 0}
              actions={{ apply: applyBatch, undo: undoBatch }}
            />
          )
        }
      />
      <BatchFacts batch={batch} undoneBy={undoneBy} />
    </ClientMessages>
  );
}
