"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { errorReference } from "./error-reference";

/** What happened, what to do, and a reference for whoever can look into it. Says nothing of the error itself. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("ui.failure");
  const reference = errorReference(error);
  return (
    <div role="alert" className="grid max-w-xl gap-4">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("text")}</p>
      {reference && (
        <p className="text-sm text-ink-3">
          {t("reference")} <code className="text-ink select-all">{reference}</code>
        </p>
      )}
      <div className="flex gap-2">
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <ButtonLink href="/">{t("home")}</ButtonLink>
      </div>
    </div>
  );
}
