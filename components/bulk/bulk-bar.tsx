"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSelection } from "../grid/selection-context";
import { Button } from "../ui/button";
import type { EditKind } from "./edit-draft";
import { ExportSelection } from "./export-selection";
import type { BatchActions } from "./use-batch";

/** Its code comes when it is asked for: most who look at a list change nothing. */
const EditDialog = dynamic(() => import("./edit-dialog").then((module) => module.EditDialog), {
  ssr: false,
});

const ways = {
  deals: [
    { kind: "status", word: "edit" },
    { kind: "addTag", word: "tag" },
    { kind: "addSource", word: "source" },
  ],
  milestones: [{ kind: "trigger", word: "trigger" }],
} satisfies Record<string, { kind: EditKind; word: string }[]>;

/** What can be done with all that is selected in the list around; without actions, for those who only read. */
export function BulkBar({
  list,
  actions,
}: {
  list: keyof typeof ways;
  actions: BatchActions | null;
}) {
  const t = useTranslations("bulk");
  const { selection, clear } = useSelection();
  const [asked, setAsked] = useState<EditKind | null>(null);
  if (!selection) return null;
  return (
    <>
      {actions &&
        ways[list].map(({ kind, word }) => (
          <Button key={kind} size="sm" onClick={() => setAsked(kind)}>
            {t(`ways.${word}`)}
          </Button>
        ))}
      {list === "deals" && <ExportSelection address="/deals" selection={selection} />}
      {actions && asked && (
        <EditDialog
          selection={selection}
          kind={asked}
          actions={actions}
          onClose={() => setAsked(null)}
          onDone={clear}
        />
      )}
    </>
  );
}
