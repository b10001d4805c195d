import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** `keys` is the way to the keyboard's shortcuts. */
export function Footer({ version, keys }: { version: string; keys: ReactNode }) {
  const t = useTranslations("layout");
  return (
    <footer
      data-print="no"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-4 text-xs text-ink-3 md:px-7"
    >
      <p>{t("footer.about")}</p>
      {keys}
      <p className="tabular-nums">{t("footer.version", { version })}</p>
    </footer>
  );
}
