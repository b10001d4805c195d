import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Noun } from "@/lib/record/rules";
import { LocalTime } from "../history/local-time";
import { Notice } from "../ui/notice";

/** At the top of a withdrawn record: since when, why, and who can change that. `action` holds RecordActions. */
export function WithdrawnNotice({
  noun,
  at,
  reason,
  action,
}: {
  noun: Noun;
  /** An ISO instant. */
  at: string;
  reason: string | null;
  action?: ReactNode;
}) {
  const t = useTranslations("record");
  return (
    <Notice
      tone="warning"
      title={t(`withdrawnTitle.${noun}`)}
      action={action && <div className="flex flex-wrap gap-2">{action}</div>}
    >
      {t("withdrawnNote")}
      {reason && (
        <p className="mt-1">
          {t("reason")}: <q>{reason}</q>
        </p>
      )}
      <p className="mt-1 text-xs text-ink-2">
        {t("withdrawnWhen")} <LocalTime at={at} />. {t("withdrawnHelp")}
      </p>
    </Notice>
  );
}
