import { useTranslations } from "next-intl";
import { TextLink } from "./text-link";

/** Of a long list a part is drawn, and an address leads to all of it. */
export function Folded({ shown, all, href }: { shown: number; all: number; href: string }) {
  const t = useTranslations("ui");
  if (shown >= all) return null;
  return (
    <p data-print="no" className="mt-2 text-sm text-ink-3 tabular-nums">
      {t("folded", { shown, all })} <TextLink href={href}>{t("unfold", { all })}</TextLink>
    </p>
  );
}
