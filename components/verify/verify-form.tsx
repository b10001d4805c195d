"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { useSize } from "../export/use-size";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { type Checked, checkFile, Unreadable } from "./check-file";
import { CheckedTable } from "./checked-table";

type Outcome = { checked: Checked[] } | { why: "receipt" | "archive" | "needsReceipt" };

/** A file and its receipt, chosen here and read here. */
export function VerifyForm() {
  const t = useTranslations("verify");
  const size = useSize();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [read, setRead] = useState(0);
  const [pending, start] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [file, receipt] = [chosen(form, "file"), chosen(form, "receipt")];
    if (!file) return;
    let bytes = 0;
    setOutcome(null);
    start(async () => {
      const ended = await outcomeOf(file, receipt, (count) => {
        bytes += count;
        setRead(bytes);
      });
      setOutcome(ended);
    });
  };

  return (
    <div className="grid max-w-4xl gap-6">
      <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-2">
        <Field name="file" label={t("file")} hint={t("fileHint")}>
          {(control) => <input {...control} type="file" required className="control py-1" />}
        </Field>
        <Field name="receipt" label={t("receipt")} hint={t("receiptHint")} optional>
          {(control) => (
            <input
              {...control}
              type="file"
              accept="application/json,.json"
              className="control py-1"
            />
          )}
        </Field>
        <div className="flex items-center gap-3 sm:col-span-full">
          <Button type="submit" variant="primary" pending={pending}>
            {t("check")}
          </Button>
          {pending && <span className="text-sm text-ink-3">{t("read", { size: size(read) })}</span>}
        </div>
      </form>
      {outcome && <OutcomeNotice outcome={outcome} />}
    </div>
  );
}

function OutcomeNotice({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("verify");
  if ("why" in outcome) {
    return (
      <Notice tone="error" live>
        {t(`why.${outcome.why}`)}
      </Notice>
    );
  }
  const { checked } = outcome;
  const different = checked.filter(({ same }) => !same).length;
  return (
    <div className="grid gap-4">
      <Notice tone={different > 0 ? "error" : "success"} live>
        {different > 0 ? t("different", { count: different }) : t("same")}
      </Notice>
      <CheckedTable checked={checked} />
    </div>
  );
}

function chosen(form: FormData, name: string): File | null {
  const value = form.get(name);
  return value instanceof File && value.size > 0 ? value : null;
}

async function outcomeOf(
  file: File,
  receipt: File | null,
  onBytes: (count: number) => void,
): Promise<Outcome> {
  try {
    return { checked: await checkFile(file, receipt, onBytes) };
  } catch (error) {
    // What does not unpack, or changed on the disk while it was read.
    return { why: error instanceof Unreadable ? error.why : "archive" };
  }
}
