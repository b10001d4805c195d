"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "../ui/button";
import { cx } from "../ui/cx";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { TextArea } from "../ui/text-area";
import { toRoute } from "../ui/to-route";
import { sendFile } from "./send-file";

/** Where a file is dropped or chosen, or rows copied from a spreadsheet are pasted. Needs the namespace "import". */
export function UploadPanel() {
  const t = useTranslations("import");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState("");

  async function send(body: Blob, name: string) {
    setPending(true);
    setProblem(null);
    const sent = await sendFile(body, name);
    if ("id" in sent) return router.push(toRoute(`/import/${sent.id}`));
    setPending(false);
    setProblem(sent.problem ?? t("unreachable"));
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) send(file, file.name);
  }

  return (
    <div className="grid max-w-3xl gap-4">
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      <section
        aria-label={t("file")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "grid justify-items-start gap-3 rounded-lg border border-dashed p-5",
          over ? "border-ink bg-sunken" : "border-line-strong",
        )}
      >
        <p>{t("drop")}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          aria-label={t("file")}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target: { files } }) => files?.[0] && send(files[0], files[0].name)}
        />
        <Button variant="primary" pending={pending} onClick={() => input.current?.click()}>
          {t("choose")}
        </Button>
        <p className="text-sm text-ink-3">{t("formats")}</p>
      </section>
      <Field name="pasted" label={t("paste")} hint={t("pasteHint")}>
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            value={pasted}
            onChange={({ target }) => setPasted(target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          pending={pending}
          disabled={pasted.trim() === ""}
          onClick={() => send(new Blob([pasted]), t("pasted"))}
        >
          {t("readPasted")}
        </Button>
      </div>
    </div>
  );
}
