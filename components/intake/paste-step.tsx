"use client";

import { useTranslations } from "next-intl";
import { longestText } from "@/lib/intake/schema";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TextArea } from "../ui/text-area";
import type { useIntake } from "./use-intake";

/** Where the text of an announcement is pasted. */
export function PasteStep({
  intake,
  onRead,
}: {
  intake: ReturnType<typeof useIntake>;
  onRead: () => void;
}) {
  const t = useTranslations("intake");
  const { text, refusal, pending } = intake;
  const tooLong =
    text.length > longestText ? t("tooLong", { most: longestText, now: text.length }) : null;
  const refused = refusal === "unreachable" ? t("unreachable") : refusal?.message;
  return (
    <form
      className="grid max-w-4xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (tooLong || pending) return;
        onRead();
        intake.submit();
      }}
    >
      <Field name="text" label={t("paste")} hint={t("pasteHint")} error={tooLong ?? refused}>
        {(control) => (
          <TextArea
            {...control}
            rows={16}
            value={text}
            onChange={({ target }) => intake.setText(target.value)}
            autoComplete="off"
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t("read")}
        </Button>
      </div>
    </form>
  );
}
