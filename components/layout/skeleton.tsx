import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { VisuallyHidden } from "../ui/visually-hidden";

/**
 * The shape of what is on its way: as tall as the window, so that nothing below it moves in sight when it comes.
 */
export function Skeleton({ children }: { children: ReactNode }) {
  const t = useTranslations("layout");
  return (
    <div role="status" className="min-h-screen">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** One grey bar; its size comes with `className`. */
export function Bone({ className }: { className: string }) {
  return <div className={cx("rounded-md bg-line", className)} />;
}

/** A row of figures, as `Stats` lays them out. */
export function StatsBones() {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,45%),1fr))] overflow-hidden rounded-lg border border-line bg-raised">
      {["deals", "given", "taken", "other", "more"].map((key) => (
        <div key={key} className="grid gap-2 px-4 py-3">
          <Bone className="h-3 w-20" />
          <Bone className="h-6 w-16" />
        </div>
      ))}
    </div>
  );
}

const lines = ["a", "b", "c", "d", "e", "f"];

/** A part of the page under its heading, with the rows of its table. */
export function TableBones() {
  return (
    <div>
      <Bone className="mb-3 h-5 w-40" />
      <div className="grid rounded-lg border border-line bg-raised">
        {lines.map((line) => (
          <div
            key={line}
            className="flex h-9 items-center gap-6 border-t border-line px-3 first:border-t-0"
          >
            <Bone className="h-3 flex-[2]" />
            <Bone className="h-3 flex-1" />
            <Bone className="h-3 w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
