import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toRoute } from "../ui/to-route";

export type Crumb = { href?: string; label: ReactNode };

/** The way here. The last crumb, without href, is this page. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("layout");
  return (
    <nav aria-label={t("breadcrumbs")} className="mb-0.5 text-xs text-ink-3">
      <ol className="leading-6">
        {crumbs.map(({ href, label }) => (
          <li
            key={href ?? "here"}
            aria-current={href ? undefined : "page"}
            className="inline not-first:before:mx-1.5 not-first:before:content-['/'] not-first:before:text-line-strong"
          >
            {href ? (
              <Link href={toRoute(href)} className="name-link">
                {label}
              </Link>
            ) : (
              label
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
