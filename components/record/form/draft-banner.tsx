"use client";

import { useTranslations } from "next-intl";
import { LocalTime } from "../../history/local-time";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";

/** What was typed here before and not saved, to be taken up again or thrown away. */
export function DraftBanner({
  at,
  stale,
  onRestore,
  onDiscard,
}: {
  /** An ISO instant. */
  at: string;
  /** The record was saved by somebody since. */
  stale: boolean;
  onRestore: () => void;
  onDiscard: () => void;
}) {
  const t = useTranslations("draft");
  return (
    <Notice
      title={t("found")}
      action={
        <div className="flex gap-2">
          <Button size="sm" variant="primary" onClick={onRestore}>
            {t("restore")}
          </Button>
          <Button size="sm" onClick={onDiscard}>
            {t("discard")}
          </Button>
        </div>
      }
    >
      {t("keptOn")} <LocalTime at={at} />
      {stale && <p>{t("stale")}</p>}
    </Notice>
  );
}
