"use client";

import { useTranslations } from "next-intl";
import type { Result } from "@/lib/result";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Notice } from "../ui/notice";
import { useAct } from "../view/use-act";

/** Asks before a frozen set goes: its address is gone for everyone. */
export function DeleteSet({
  id,
  remove,
}: {
  id: string;
  remove: (input: { id: string }) => Promise<Result<unknown>>;
}) {
  const t = useTranslations("comparables");
  const { error, run } = useAct();
  return (
    <>
      {error && <Notice tone="error" live title={error.message} />}
      <ConfirmDialog
        trigger={t("delete")}
        title={t("deleteTitle")}
        confirm={t("delete")}
        danger
        onConfirm={() => run(() => remove({ id }))}
      >
        {t("deleteNote")}
      </ConfirmDialog>
    </>
  );
}
