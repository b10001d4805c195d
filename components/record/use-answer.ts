"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Result } from "@/lib/result";

/**
 * Waits for an action. A server that does not answer, or a page older than it, is a refusal like any other, so
 * that what was typed stays; redirects travel on.
 */
export function useAnswer(): <T>(call: Promise<Result<T>>) => Promise<Result<T>> {
  const t = useTranslations("ui");
  return async (call) => {
    try {
      return await call;
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: { code: "INTERNAL", message: t("unreachable"), fields: [] } };
    }
  };
}
