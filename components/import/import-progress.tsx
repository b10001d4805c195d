"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";

/** How far the work is; the page follows it, and may be left. */
export function ImportProgress({
  state,
  done,
  total,
}: {
  state: "reading" | "applying" | "undoing";
  done: number;
  total: number;
}) {
  const t = useTranslations("import");
  const router = useRouter();
  const [pending, start] = useTransition();
  // The next look waits for the last one: a server that is slow to answer is not asked faster.
  useEffect(() => {
    if (pending) return;
    const timer = setTimeout(() => start(() => router.refresh()), 1000);
    return () => clearTimeout(timer);
  }, [pending, router]);
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className="grid max-w-xl gap-1.5" role="status">
      <p>{t(`progress.${state}`, { share })}</p>
      <progress
        value={share}
        max={1}
        aria-label={t("progress.label")}
        className="h-2 w-full accent-ink"
      />
      <p className="text-sm text-ink-3">{t("progress.leave")}</p>
    </div>
  );
}
