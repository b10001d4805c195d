"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useId, useState } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import type { ViewPage } from "@/lib/view/saved/rules";
import { cx } from "../ui/cx";
import type { ViewActions } from "./actions";
import { DeleteView } from "./delete-view";
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
          <Item menu={menu} onClick={() => ask("change")}>
            {t(view.mayManage ? "edit" : "rename")}
          </Item>
        )}
        <CopyLink href={`/${page}?view=${id}`} />
        <Item menu={menu} onClick={() => onDefault(view.isDefault ? null : id)}>
          {t(view.isDefault ? "noDefault" : "makeDefault")}
        </Item>
        <Item off={place === 0} onClick={() => onMove(place - 1)}>
          {t("left")}
        </Item>
        <Item off={place === of - 1} onClick={() => onMove(place + 1)}>
          {t("right")}
        </Item>
        {view.mayManage && (
          <Item menu={menu} onClick={() => ask("delete")} className="text-seal">
            {t("deleteAsk")}
          </Item>
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

function MenuButton({ menu, label }: { menu: string; label: string }) {
  return (
    <button
      type="button"
      popoverTarget={menu}
      aria-label={label}
      title={label}
      className="inline-grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-10"
    >
      <Ellipsis className="size-4" aria-hidden="true" />
    </button>
  );
}

const item =
  "flex min-h-8 w-full items-center rounded-md px-2.5 text-left text-sm hover:bg-sunken aria-disabled:opacity-55 pointer-coarse:min-h-10";

/** Closes the menu it is told of, and leaves it open where one presses again, as one does to move. */
function Item({
  menu,
  off = false,
  className,
  onClick,
  ...rest
}: ComponentProps<"button"> & { menu?: string; off?: boolean }) {
  return (
    <button
      type="button"
      {...(menu && { popoverTarget: menu, popoverTargetAction: "hide" })}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
      className={cx(item, className)}
      {...rest}
    />
  );
}

/** A link all the same, for where the browser gives scripts no clipboard. */
function CopyLink({ href }: { href: string }) {
  const t = useTranslations("views");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(href, location.href).href);
    setCopied(true);
  };
  return (
    <a
      href={href}
      onClick={(event) => {
        if (!("clipboard" in navigator)) return;
        event.preventDefault();
        copy().catch(() => setCopied(false));
      }}
      className={item}
    >
      <span aria-live="polite">{t(copied ? "copied" : "copy")}</span>
    </a>
  );
}
