"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import { tabAddress, type ViewPage, viewText } from "@/lib/view/saved/rules";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import type { ViewActions } from "./actions";
import { TabStrip } from "./tab-strip";
import { useAct } from "./use-act";
import { useArranged } from "./use-arranged";
import { ViewChanges } from "./view-changes";
import { ViewMenu } from "./view-menu";
import { ViewRefusal } from "./view-refusal";

/**
 * The saved views of a list as tabs above it. The address says all: which tab is open, what is asked for, and
 * thereby whether that is what the view holds. Needs the namespace "views" in `<ClientMessages>`.
 */
export function ViewTabs({
  page,
  views,
  signedIn,
  mayShare,
  actions,
}: {
  page: ViewPage;
  views: SavedView[];
  signedIn: boolean;
  /** `may(actor, "view.share")` */
  mayShare: boolean;
  actions: ViewActions;
}) {
  const t = useTranslations("views");
  const params = useSearchParams();
  const query = viewText(params);
  const tab = params.get("tab") ?? "all";
  const { shown, move, dragging, ...order } = useArranged(page, views, actions.arrange);
  const place = shown.findIndex(({ id }) => id === tab);
  const view = shown[place];
  const unsaved = query !== (view?.query ?? "");
  const opens = useAct();
  const [said, say] = useState("");
  const refused = order.error ?? opens.error;
  // With a default, the bare address would open that view.
  const whole = shown.some(({ isDefault }) => isDefault) ? tabAddress(page, "", "all") : `/${page}`;
  const moveOpen = (to: number) => {
    if (!view) return;
    move(view.id, to);
    say(t("moved", { name: view.name, place: to + 1, of: shown.length }));
  };
  const chooseDefault = (id: string | null) =>
    opens.run(
      () => actions.chooseDefault({ page, id }),
      () => say(t(id ? "opens" : "opensNoMore", { name: view?.name ?? "" })),
    );

  return (
    <div className="mb-3 grid grid-cols-1 gap-2" data-print="no">
      {tab !== "all" && !view && <Gone page={page} whole={whole} />}
      {signedIn && (
        <div className="flex flex-wrap items-end justify-end gap-x-3 border-b border-line">
          <TabStrip {...{ page, whole, unsaved, dragging }} views={shown} open={view} />
          {unsaved && <ViewChanges {...{ page, view, query, mayShare, actions, say }} />}
          {view && (
            <ViewMenu
              key={view.id}
              {...{ page, view, place, mayShare, actions }}
              of={shown.length}
              onMove={moveOpen}
              onDefault={chooseDefault}
            />
          )}
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {refused && (
        <ViewRefusal
          error={refused}
          onReload={() => {
            order.forget();
            opens.forget();
          }}
        />
      )}
    </div>
  );
}

/** The tab that the address names is gone, or private to somebody else: nothing tells which. */
function Gone({ page, whole }: { page: ViewPage; whole: string }) {
  const t = useTranslations("views");
  return (
    <Notice
      tone="warning"
      title={t("gone")}
      action={<TextLink href={whole}>{t(`all.${page}`)}</TextLink>}
    >
      {t("goneText")}
    </Notice>
  );
}
