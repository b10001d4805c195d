"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import type { Failure } from "./use-record-form";

/** Why nothing was saved, when no field is to blame. What was typed is still there, and the draft too. */
export function FailureNotice({ failure }: { failure: Failure }) {
  const t = useTranslations("record-form.failure");
  switch (failure.kind) {
    case "withdrawn":
      return (
        <Notice tone="error" live title={t("withdrawnTitle")}>
          {t("withdrawn")}
        </Notice>
      );
    case "unreachable":
      return (
        <Notice
          tone="error"
          live
          title={t("unreachableTitle")}
          action={
            <Button size="sm" onClick={() => location.reload()}>
              {t("reload")}
            </Button>
          }
        >
          {t("unreachable")}
        </Notice>
      );
    case "refused": {
      const { code, message, reference } = failure.error;
      return (
        <Notice tone="error" live>
          {message}
          {reference && ` (${reference})`}
          {code === "UNAUTHENTICATED" && (
            <a href="/sign-in" target="_blank" rel="noreferrer" className="link ml-1.5">
              {t("signIn")}
            </a>
          )}
        </Notice>
      );
    }
    default:
      return failure satisfies never;
  }
}
