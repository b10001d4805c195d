import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FxNote } from "@/lib/fx/rules";
import { Tooltip } from "../ui/tooltip";
import { fxNoteText } from "./fx-note-text";

/** A converted figure with its rate on hover and focus; one that has no rate says so. */
export function FxFigure({ note, children }: { note: FxNote; children: ReactNode }) {
  const fx = useTranslations("fx");
  const locale = useLocale();
  return (
    <>
      <Tooltip text={fxNoteText(note, { fx, locale })}>{children}</Tooltip>
      {note.used === null && <span className="sub">{fx("noRate")}</span>}
    </>
  );
}
