"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { Batch } from "@/lib/bulk/dto";
import { skippedCount } from "@/lib/bulk/rules";
import { TextLink } from "../ui/text-link";
import type { useBatch } from "./use-batch";

const tenSeconds = 10_000;

/** Says what a batch did for ten seconds, with the way to its page and, for an edit, the way back. */
export function useBatchToast({ undo }: Pick<ReturnType<typeof useBatch>, "undo">) {
  const t = useTranslations("bulk");
  const router = useRouter();

  const say = (batch: Batch, text: string, back?: () => void) => {
    const skipped = skippedCount(batch.tally);
    toast.success(text, {
      description: (
        <>
          {skipped > 0 && `${t("leftOut", { count: skipped })} `}
          <TextLink href={`/batches/${batch.id}`}>{t("open")}</TextLink>
        </>
      ),
      duration: tenSeconds,
      ...(back && { action: { label: t("undo"), onClick: back } }),
    });
  };

  const takeBack = async (id: string) => {
    const waiting = toast.loading(t("undoing"));
    const result = await undo({ id });
    toast.dismiss(waiting);
    if (!result.ok) {
      toast.error(result.error.message);
      return;
    }
    say(
      result.data,
      t("undone", { noun: result.data.noun, count: result.data.tally.change.count }),
    );
    router.refresh();
  };

  return {
    done(batch: Batch) {
      const { count } = batch.tally.change;
      const text = t(batch.state === "finished" ? "done" : "stopped", { noun: batch.noun, count });
      say(batch, text, count > 0 ? () => takeBack(batch.id) : undefined);
      router.refresh();
    },
    takeBack,
  };
}
