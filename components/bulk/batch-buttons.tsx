"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import type { BatchNoun } from "@/lib/bulk/dto";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { BatchProgress } from "./batch-progress";
import { type BatchActions, useBatch } from "./use-batch";
import { useBatchToast } from "./use-batch-toast";

/** On a batch's own page: goes on with one that was left, and takes one back. Needs the namespace "bulk". */
export function BatchButtons({
  id,
  noun,
  count,
  unfinished,
  mayUndo,
  actions,
}: {
  id: string;
  noun: BatchNoun;
  /** How many it changed so far. */
  count: number;
  unfinished: boolean;
  mayUndo: boolean;
  actions: Pick<BatchActions, "apply" | "undo">;
}) {
  const t = useTranslations("bulk");
  const router = useRouter();
  const batch = useBatch(actions);
  const { takeBack } = useBatchToast(batch);
  const [pending, start] = useTransition();
  const goOn = () =>
    start(async () => {
      const result = await batch.apply({ id });
      if (!result.ok) toast.error(result.error.message);
      router.refresh();
    });
  return (
    <>
      {batch.running && <BatchProgress batch={batch.running} />}
      {unfinished && (
        <Button onClick={goOn} pending={pending}>
          {t("page.goOn")}
        </Button>
      )}
      {mayUndo && (
        <ConfirmDialog
          trigger={t("undo")}
          title={t("page.undoConfirm")}
          confirm={t("undo")}
          onConfirm={() => takeBack(id)}
        >
          {t("page.undoText", { noun, count })}
        </ConfirmDialog>
      )}
    </>
  );
}
