import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import { tabAddress, type ViewPage } from "@/lib/view/saved/rules";
import { TabLink, ViewName } from "./view-tab";

/** The whole list and its views, side by side; what does not fit is scrolled to. */
export function TabStrip({
  page,
  whole,
  views,
  open,
  unsaved,
  dragging,
}: {
  page: ViewPage;
  /** The address of the whole list. */
  whole: string;
  views: SavedView[];
  open: SavedView | undefined;
  unsaved: boolean;
  dragging: (id: string, place: number) => ComponentProps<"li">;
}) {
  const t = useTranslations("views");
  return (
    <nav aria-label={t("label")} className="relative min-w-0 flex-[1_1_16rem] overflow-x-auto">
      <ul className="flex gap-4">
        <li>
          <TabLink href={whole} current={!open}>
            {t(`all.${page}`)}
          </TabLink>
        </li>
        {views.map((view, place) => (
          <li key={view.id} {...dragging(view.id, place)}>
            <TabLink
              href={tabAddress(page, view.query, view.id)}
              current={view === open}
              title={view.own ? view.name : t("by", { name: view.name, owner: view.owner })}
            >
              <ViewName view={view} unsaved={view === open && unsaved} />
            </TabLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
