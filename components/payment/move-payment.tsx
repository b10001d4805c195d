"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RecordStepRequest } from "@/lib/payment/schema";
import type { Result } from "@/lib/result";
import { Button } from "../ui/button";

/** Its form comes when it is opened: most readers never do. */
const MoveDialog = dynamic(() => import("./move-dialog").then((module) => module.MoveDialog));

export type Choice = { value: string; label: string };

/** One payment that may move, with the words for it in the reader's language. */
export type Movable = {
  dealId: string;
  version: number;
  termId: string;
  name: string;
  from: RecordStepRequest["from"];
  fromLabel: string;
  /** Where it may go; from LAPSED only with a reason. */
  next: Choice[];
  currency: string | null;
};

export type RecordStep = (input: RecordStepRequest) => Promise<Result<unknown>>;

/**
 * The button that moves one payment, and its dialog. Needs the namespaces "payment" and "record".
 * `sources` are the deal's own; `disclosures` and `currencies` what an amount may be.
 */
export function MovePayment(props: {
  payment: Movable;
  sources: Choice[];
  disclosures: Choice[];
  record: RecordStep;
}) {
  const t = useTranslations("payment.move");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={t("openFor", { name: props.payment.name })}
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      {open && <MoveDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
