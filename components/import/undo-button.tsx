"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { ImportRef } from "@/lib/exchange/import/schema";
import type { Result } from "@/lib/result";
import { ConfirmDialog } from "../ui/confirm-dialog";

/** Takes a whole import back, after asking. */
export function UndoButton({
  id,
  undo,
}: {
  id: string;
  undo: (ref: ImportRef) => Promise<Result<void>>;
}) {
  const t = useTranslations("import");
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={t("undo")}
      title={t("undoConfirm")}
      confirm={t("undo")}
      danger
      onConfirm={async () => {
        const result = await undo({ id });
        if (!result.ok) toast.error(result.error.message);
        router.refresh();
      }}
    >
      {t("undoText")}
    </ConfirmDialog>
  );
}
