import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VisuallyHidden } from "./visually-hidden";

const isWeb = (href: string) => /^https?:\/\//i.test(href);

/** A link out of Kakehashi: http(s) only, anything else is shown as text. */
export function OutsideLink({
  href,
  lang,
  children,
}: {
  href: string;
  lang?: string;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  if (!isWeb(href)) return <span lang={lang}>{children}</span>;
  return (
    <a href={href} lang={lang} target="_blank" rel="noreferrer noopener" className="link">
      {children}
      <span aria-hidden="true" className="ml-0.5 text-ink-3">
        ↗
      </span>
      <VisuallyHidden> ({t("newTab")})</VisuallyHidden>
    </a>
  );
}
