"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { Import } from "@/lib/exchange/import/dto";
import type { ImportRef } from "@/lib/exchange/import/schema";
import type { Result } from "@/lib/result";
import { ButtonLink } from "../ui/button-link";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Notice } from "../ui/notice";

/** What can be done with a file that was read: write it, or say more of how it is read. */
export function PreviewActions({
  file: { id, tally, questions },
  apply,
}: {
  file: Import;
  apply: (ref: ImportRef) => Promise<Result<void>>;
}) {
  const t = useTranslations("import");
  const router = useRouter();
  const count = tally.create + tally.change;
  const { companies, assets, words, ambiguousDates } = questions;
  const open = companies.length + assets.length + Object.keys(words).length + ambiguousDates;
  return (
    <div className="grid gap-3">
      {open > 0 && <Notice tone="warning">{t("open")}</Notice>}
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <ConfirmDialog
            trigger={t("apply", { count })}
            triggerVariant="primary"
            title={t("applyConfirm", { count })}
            confirm={t("apply", { count })}
            onConfirm={async () => {
              const result = await apply({ id });
              if (!result.ok) toast.error(result.error.message);
              router.refresh();
            }}
          >
            {t("applyText")}
          </ConfirmDialog>
        )}
        <ButtonLink href={`/import/${id}?step=columns`}>{t("changeColumns")}</ButtonLink>
      </div>
    </div>
  );
}
