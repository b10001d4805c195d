"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Field } from "./field";
import { TextInput } from "./text-input";

/** A text to take along, such as a secret that is shown once. */
export function CopyField({ name, label, text }: { name: string; label: ReactNode; text: string }) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Field name={name} label={label}>
      {(control) => (
        <span className="flex gap-2">
          <TextInput
            {...control}
            name={undefined}
            readOnly
            value={text}
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
  );
}
