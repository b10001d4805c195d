"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import type { LikelyDuplicate } from "@/lib/quality/duplicate/schema";
import { Notice } from "../../ui/notice";

/** Deals that may be the one being typed, each to open beside it. */
export function DuplicateNotice({ duplicates }: { duplicates: LikelyDuplicate[] }) {
  const t = useTranslations("deal-form");
  const locale = useLocale();
  if (duplicates.length === 0) return null;
  return (
    <Notice tone="warning" live title={t("duplicates")}>
      <ul>
        {duplicates.map(({ id, slug, title, announcedOn }) => (
          <li key={id}>
            <a href={`/deals/${slug}`} target="_blank" rel="noreferrer" className="link">
              {title}
            </a>{" "}
            <span className="text-ink-2">{formatPartialDate(announcedOn, locale)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
