"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import type { ViewPage } from "@/lib/view/saved/rules";
import type { ViewActions } from "./actions";
import { CopyLink } from "./copy-link";
import { DeleteView } from "./delete-view";
import { MenuButton, MenuItem } from "./menu-item";
import { NameColumns } from "./name-columns";
import { ViewDialog } from "./view-dialog";

/** What can be done with the view that is open; what this person may not do is not there. */
export function ViewMenu({
  page,
  view,
  place,
  of,
  mayShare,
  actions,
  onMove,
  onDefault,
}: {
  page: ViewPage;
  view: SavedView;
  /** Where its tab stands, counted from 0, of how many. */
  place: number;
  of: number;
  mayShare: boolean;
  actions: ViewActions;
  onMove: (to: number) => void;
  onDefault: (id: string | null) => void;
}) {
  const t = useTranslations("views");
  const [asking, ask] = useState<"change" | "delete" | null>(null);
  const menu = useId();
  const { id, version, name, access } = view;
  return (
    <>
      <MenuButton menu={menu} label={t("options", { name })} />
      <div
        popover="auto"
        id={menu}
        className="filter-menu w-60 flex-col rounded-lg border border-line-strong bg-raised p-1.5 text-ink open:flex"
      >
        {view.mayChange && (
          <MenuItem menu={menu} onClick={() => ask("change")}>
            {t(view.mayManage ? "edit" : "rename")}
          </MenuItem>
        )}
        <CopyLink href={`/${page}?view=${id}`} />
        {view.mayChange && <NameColumns page={page} menu={menu} />}
        <MenuItem menu={menu} onClick={() => onDefault(view.isDefault ? null : id)}>
          {t(view.isDefault ? "noDefault" : "makeDefault")}
        </MenuItem>
        <MenuItem off={place === 0} onClick={() => onMove(place - 1)}>
          {t("left")}
        </MenuItem>
        <MenuItem off={place === of - 1} onClick={() => onMove(place + 1)}>
          {t("right")}
        </MenuItem>
        {view.mayManage && (
          <MenuItem menu={menu} onClick={() => ask("delete")} className="text-seal">
            {t("deleteAsk")}
          </MenuItem>
        )}
        <p className="border-t border-line px-2.5 pt-1.5 text-xs text-ink-3">
          {t("owned", { owner: view.owner })}
        </p>
      </div>
      {asking === "change" && (
        <ViewDialog
          title={t(view.mayManage ? "editTitle" : "renameTitle")}
          confirm={t("save")}
          given={{ name, access }}
          mayShare={mayShare && view.mayManage}
          act={(words) => actions.change({ id, version, ...words })}
          onDone={() => ask(null)}
          onClose={() => ask(null)}
        />
      )}
      {asking === "delete" && (
        <DeleteView view={view} remove={actions.remove} onClose={() => ask(null)} />
      )}
    </>
  );
}
