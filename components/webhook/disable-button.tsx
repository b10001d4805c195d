"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { Result } from "@/lib/result";
import { useAnswer } from "../record/use-answer";
import { ConfirmDialog } from "../ui/confirm-dialog";

export type DisableWebhook = (input: { id: string }) => Promise<Result<void>>;

export function DisableButton({
  id,
  url,
  disable,
}: {
  id: string;
  url: string;
  disable: DisableWebhook;
}) {
  const t = useTranslations("webhooks");
  const answer = useAnswer();
  const confirm = async () => {
    const result = await answer(disable({ id }));
    if (!result.ok) toast.error(result.error.message);
  };
  return (
    <ConfirmDialog
      trigger={t("disable")}
      triggerVariant="quiet"
      triggerSize="sm"
      title={t("disableTitle", { url })}
      confirm={t("disable")}
      danger
      onConfirm={confirm}
    >
      {t("disableText")}
    </ConfirmDialog>
  );
}
