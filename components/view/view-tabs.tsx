"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { SavedView } from "@/lib/view/saved/dto";
import { tabAddress, type ViewPage, viewText } from "@/lib/view/saved/rules";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import type { ViewActions } from "./actions";
import { useAct } from "./use-act";
import { useArranged } from "./use-arranged";
import { ViewChanges } from "./view-changes";
import { ViewMenu } from "./view-menu";
import { ViewRefusal } from "./view-refusal";
import { TabLink, ViewName } from "./view-tab";

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
  const refused = order.error ?? opens.error;
  // With a default, the bare address would open that view.
  const whole = shown.some(({ isDefault }) => isDefault) ? tabAddress(page, "", "all") : `/${page}`;

  return (
    <div className="mb-3 grid grid-cols-1 gap-2" data-print="no">
      {tab !== "all" && !view && (
        <Notice
          tone="warning"
          title={t("gone")}
          action={<TextLink href={whole}>{t(`all.${page}`)}</TextLink>}
        >
          {t("goneText")}
        </Notice>
      )}
      {signedIn && (
        <div className="flex flex-wrap items-end justify-end gap-x-3 border-b border-line">
          <nav
            aria-label={t("label")}
            className="relative min-w-0 flex-[1_1_16rem] overflow-x-auto"
          >
            <ul className="flex gap-4">
              <li>
                <TabLink href={whole} current={!view}>
                  {t(`all.${page}`)}
                </TabLink>
              </li>
              {shown.map((one, at) => (
                <li key={one.id} {...dragging(one.id, at)}>
                  <TabLink
                    href={tabAddress(page, one.query, one.id)}
                    current={one === view}
                    title={one.own ? one.name : t("by", { name: one.name, owner: one.owner })}
                  >
                    <ViewName view={one} unsaved={one === view && unsaved} />
                  </TabLink>
                </li>
              ))}
            </ul>
          </nav>
          {unsaved && <ViewChanges {...{ page, view, query, mayShare, actions }} />}
          {view && (
            <ViewMenu
              key={view.id}
              {...{ page, view, place, mayShare, actions }}
              of={shown.length}
              onMove={(to) => move(view.id, to)}
              onDefault={(id) => opens.run(() => actions.chooseDefault({ page, id }))}
            />
          )}
        </div>
      )}
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
