"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../ui/button";
import { ButtonLink } from "../../ui/button-link";
import type { DraftState } from "./use-draft";

/** Always in sight at the foot of the page: how the draft stands, the way out and the way on. */
export function SaveBar({
  draft,
  pending,
  anyway,
  cancelHref,
  children,
}: {
  draft: DraftState;
  pending: boolean;
  /** There are warnings that the next save goes past. */
  anyway: boolean;
  cancelHref: string;
  /** The word on the button that saves. */
  children: ReactNode;
}) {
  const t = useTranslations("record-form");
  const drafts = useTranslations("draft");
  return (
    <div className="sticky bottom-0 z-20 -mx-4 mt-2 flex flex-wrap items-center justify-end gap-x-3 gap-y-1 border-t border-line-strong bg-paper px-4 py-2.5 md:-mx-7 md:px-7">
      <p role="status" className="mr-auto min-h-4.5 text-xs text-ink-3">
        {draft !== "none" && drafts(draft)}
      </p>
      <ButtonLink href={cancelHref} variant="quiet">
        {t("cancel")}
      </ButtonLink>
      <Button type="submit" variant="primary" pending={pending} aria-keyshortcuts="Control+Enter">
        {anyway ? t("saveAnyway") : children}
      </Button>
    </div>
  );
}
