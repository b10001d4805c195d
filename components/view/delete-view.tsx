"use client";

import { useTranslations } from "next-intl";
import type { SavedView } from "@/lib/view/saved/dto";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { ViewActions } from "./actions";
import { useAct } from "./use-act";
import { ViewRefusal } from "./view-refusal";

/** Asks before a view goes, and says when it goes for others too. */
export function DeleteView({
  view: { id, version, name, access },
  remove,
  onClose,
}: {
  view: SavedView;
  remove: ViewActions["remove"];
  onClose: () => void;
}) {
  const ui = useTranslations("ui");
  const t = useTranslations("views");
  const { error, pending, run } = useAct();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("deleteTitle", { name })}
      role="alertdialog"
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            variant="danger"
            pending={pending}
            onClick={() => run(() => remove({ id, version }), onClose)}
          >
            {t("delete")}
          </Button>
        </>
      }
    >
      <p>{t(access === "private" ? "deleteText" : "deleteShared")}</p>
      {error && (
        <div className="mt-3">
          <ViewRefusal error={error} onReload={onClose} />
        </div>
      )}
    </Dialog>
  );
}
