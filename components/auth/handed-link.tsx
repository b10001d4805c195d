"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { minute } from "./minute";

/** What an administrator hands over. `until` is an instant in ISO. */
export type HandedLink = { url: string; until: string };

/** A one-time link, this once on the screen. */
export function HandedLinkBox({ url, until }: HandedLink) {
  const t = useTranslations("people.link");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t("text", { until: minute(until) })}</p>
      <Field name="link" label={t("label")}>
        {(control) => (
          <span className="flex gap-2">
            <TextInput
              {...control}
              name={undefined}
              readOnly
              value={url}
              onFocus={(event) => event.currentTarget.select()}
              className="font-mono"
            />
            <Button onClick={copy}>
              {copied ? (
                <Check className="size-4" aria-hidden="true" />
              ) : (
                <Copy className="size-4" aria-hidden="true" />
              )}
              <span aria-live="polite">{t(copied ? "copied" : "copy")}</span>
            </Button>
          </span>
        )}
      </Field>
    </div>
  );
}
