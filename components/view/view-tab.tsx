import { Lock, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import { cx } from "../ui/cx";
import { toRoute } from "../ui/to-route";

/** A link that looks like the tab of a folder: it leads to another address of the same list. */
export function TabLink({
  href,
  current,
  title,
  children,
}: {
  href: string;
  current: boolean;
  title?: string;
  children: ReactNode;
}) {
  return (
    <Link
      ref={current ? showInStrip : undefined}
      href={toRoute(href)}
      prefetch={false}
      draggable={false}
      title={title}
      aria-current={current ? "page" : undefined}
      className={cx(
        "flex min-h-8 items-center gap-1.5 border-b-2 px-0.5 text-sm whitespace-nowrap -outline-offset-2 pointer-coarse:min-h-10",
        current
          ? "border-seal font-[560] text-ink"
          : "border-transparent text-ink-3 hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}

/** Scrolls the strip of tabs to the one that opens, and nothing else. */
function showInStrip(tab: HTMLElement | null) {
  const strip = tab?.offsetParent;
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - 24;
}

/** A view's name, who sees it, and a dot while the address asks for something else. */
export function ViewName({ view, unsaved }: { view: SavedView; unsaved: boolean }) {
  const t = useTranslations("views");
  return (
    <>
      <bdi className="max-w-56 overflow-hidden text-ellipsis">{view.name}</bdi>
      {view.access !== "private" && <AccessMark access={view.access} />}
      {unsaved && (
        <span
          className="size-2 shrink-0 rounded-full bg-seal forced-color-adjust-none"
          data-ink="keep"
        >
          <span className="sr-only">{t("unsaved")}</span>
        </span>
      )}
    </>
  );
}

function AccessMark({ access }: { access: "shared" | "locked" }) {
  const t = useTranslations("views.accesses");
  const Icon = access === "locked" ? Lock : Users;
  return (
    <span className="text-ink-3">
      <Icon className="size-3" aria-hidden="true" />
      <span className="sr-only">{t(access)}</span>
    </span>
  );
}
