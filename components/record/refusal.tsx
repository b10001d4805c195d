"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ResultError } from "@/lib/result";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** Why the server refused. When somebody else came first, the way on is to read the record again. */
export function Refusal({ error, onReload }: { error: ResultError; onReload: () => void }) {
  const t = useTranslations("record");
  const router = useRouter();
  const reload = () => {
    router.refresh();
    onReload();
  };
  return (
    <Notice
      tone="error"
      live
      action={
        error.code === "CONFLICT" && (
          <Button size="sm" onClick={reload}>
            {t("reload")}
          </Button>
        )
      }
    >
      {error.message}
      {error.reference && ` (${error.reference})`}
    </Notice>
  );
}
