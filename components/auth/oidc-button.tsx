"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** Next-auth's client is loaded by the press: who signs in by password never needs it. */
export function OidcButton({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations("auth.signIn");
  const [failed, setFailed] = useState(false);
  const [pending, start] = useTransition();

  const go = () =>
    start(async () => {
      setFailed(false);
      const { signIn } = await import("next-auth/react");
      await signIn("oidc", { callbackUrl }).catch(() => setFailed(true));
    });

  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-3 text-xs text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      <Button onClick={go} pending={pending}>
        {t("oidc")}
      </Button>
      {failed && (
        <Notice tone="error" live>
          {t("oidcFailed")}
        </Notice>
      )}
    </div>
  );
}
