import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "../ui/text-link";

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
      <p className="flex gap-4">
        <TextLink href="/verify">{t("footer.verify")}</TextLink>
        <TextLink href="/api/docs">{t("footer.api")}</TextLink>
      </p>
      <p className="tabular-nums">{t("footer.version", { version })}</p>
    </footer>
  );
}
