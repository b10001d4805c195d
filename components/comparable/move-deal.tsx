"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { FormDialog } from "../ui/form-dialog";
import { TextInput } from "../ui/text-input";
import { toRoute } from "../ui/to-route";

/** Puts a deal on the other side by hand, with a reason; what was moved by hand goes back to what the rules say. */
export function MoveDeal({
  slug,
  title,
  included,
  byHand,
  query,
}: {
  slug: string;
  title: string;
  included: boolean;
  byHand: boolean;
  query: Query;
}) {
  const t = useTranslations("comparables");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const go = (changes: Query) => {
    setOpen(false);
    router.push(toRoute(`/comparables${withQuery(query, changes)}`), { scroll: false });
  };
  const others = (key: "in" | "out") =>
    valuesOf(query, key).filter((value) => value.split(":")[0] !== slug);
  if (byHand) {
    return (
      <Button size="sm" onClick={() => go({ in: others("in"), out: others("out") })}>
        {t("undo")}
      </Button>
    );
  }
  const key = included ? "out" : "in";
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t(included ? "leaveOut" : "putIn")}
      </Button>
      {open && (
        <ReasonDialog
          title={t(included ? "leaveOutTitle" : "putInTitle", { title })}
          onClose={() => setOpen(false)}
          onReason={(reason) =>
            go({ [key]: [...others(key), reason ? `${slug}:${reason}` : slug] })
          }
        />
      )}
    </>
  );
}

function ReasonDialog({
  title,
  onReason,
  onClose,
}: {
  title: string;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("comparables");
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title={title}
      confirm={t("moveIt")}
      onSubmit={() => onReason(reason.trim())}
      onClose={onClose}
    >
      <Field name="reason" label={t("reason")} hint={t("reasonHint")}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            autoComplete="off"
            dir="auto"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
