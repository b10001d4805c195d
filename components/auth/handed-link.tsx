"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "../ui/copy-field";
import { minute } from "./minute";

/** What an administrator hands over. `until` is an instant in ISO. */
export type HandedLink = { url: string; until: string };

/** A one-time link, this once on the screen. */
export function HandedLinkBox({ url, until }: HandedLink) {
  const t = useTranslations("people.link");
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t("text", { until: minute(until) })}</p>
      <CopyField name="link" label={t("label")} text={url} />
    </div>
  );
}
