"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClaimEffect } from "@/lib/record/claim/rules";
import type { ClaimJudgementRequest } from "@/lib/record/claim/schema";
import type { RecordRef } from "@/lib/record/schema";
import type { Result } from "@/lib/result";
import type { ClaimInput } from "@/lib/source/schema";
import { Button } from "../ui/button";

/** Its form comes when it is opened: most readers never do. */
const JudgeDialog = dynamic(() => import("./judge-dialog").then((module) => module.JudgeDialog));

export type Judge = (input: ClaimJudgementRequest) => Promise<Result<{ effect: ClaimEffect }>>;

/** One claim that may be judged, with the words for it in the reader's language. */
export type Judged = {
  /** The record as the reader sees it: an older version is a conflict. */
  record: RecordRef;
  id: string;
  status: ClaimInput["status"];
  field: string;
  /** What the claim says, and who says so. */
  words: string;
  /** Other claims of the field say something else. */
  opposed: boolean;
};

/** The button that judges one claim, and its dialog. Needs the namespaces "claim" and "record". */
export function JudgeClaim(props: { claim: Judged; judge: Judge }) {
  const t = useTranslations("claim.judge");
  const [open, setOpen] = useState(false);
  const { field, words } = props.claim;
  return (
    <>
      <Button
        size="sm"
        aria-label={t("openFor", { field, words })}
        data-print="no"
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      {open && <JudgeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
