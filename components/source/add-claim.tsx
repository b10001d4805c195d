"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClaimAdditionRequest } from "@/lib/record/claim/schema";
import type { RecordRef } from "@/lib/record/schema";
import type { Result } from "@/lib/result";
import { Button } from "../ui/button";

const AddDialog = dynamic(() => import("./add-claim-dialog").then((module) => module.AddDialog));

export type AddClaimCommand = (input: ClaimAdditionRequest) => Promise<Result<unknown>>;

export type Choice<V extends string = string> = { value: V; label: string };

export type Addable = {
  record: RecordRef;
  fields: Choice[];
  /** The documents that the record rests on already. */
  sources: Choice[];
  grades: Choice<NonNullable<ClaimAdditionRequest["source"]>["grade"]>[];
};

/** The button that adds what a source says, and its dialog. Needs the namespaces "claim" and "record". */
export function AddClaim(props: { addable: Addable; add: AddClaimCommand }) {
  const t = useTranslations("claim.add");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" data-print="no" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open && <AddDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
