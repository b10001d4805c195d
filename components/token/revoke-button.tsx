"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { Token } from "@/lib/people/token/dto";
import type { Result } from "@/lib/result";
import { useAnswer } from "../record/use-answer";
import { ConfirmDialog } from "../ui/confirm-dialog";

export type RevokeAction = (input: { id: string }) => Promise<Result<void>>;

export function RevokeButton({ token, revoke }: { token: Token; revoke: RevokeAction }) {
  const t = useTranslations("tokens");
  const answer = useAnswer();
  const { id, name } = token;
  const confirm = async () => {
    const result = await answer(revoke({ id }));
    if (result.ok) toast.success(t("revoked", { name }));
    else toast.error(result.error.message);
  };
  return (
    <div className="flex justify-end">
      <ConfirmDialog
        trigger={t("revoke")}
        triggerVariant="quiet"
        triggerSize="sm"
        title={t("revokeTitle", { name })}
        confirm={t("revoke")}
        danger
        onConfirm={confirm}
      >
        {t("revokeText")}
      </ConfirmDialog>
    </div>
  );
}
