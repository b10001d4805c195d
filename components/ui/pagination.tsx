import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link";

/** What is shown of how many (the child), and the way to the pages before and after. */
export function Pagination({
  previous,
  next,
  children,
}: {
  previous?: string | null;
  next?: string | null;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <nav
      aria-label={t("pages")}
      className="flex flex-wrap items-center justify-between gap-3 px-0.5 py-2.5 text-xs text-ink-3"
    >
      <p className="tabular-nums">{children}</p>
      {(previous || next) && (
        <div className="flex gap-2" data-print="no">
          <Step href={previous}>← {t("previous")}</Step>
          <Step href={next}>{t("next")} →</Step>
        </div>
      )}
    </nav>
  );
}

function Step({ href, children }: { href?: string | null; children: ReactNode }) {
  if (href) {
    return (
      <ButtonLink href={href} size="sm">
        {children}
      </ButtonLink>
    );
  }
  return (
    <span
      aria-hidden="true"
      className="inline-flex min-h-7 items-center rounded-md border border-line px-2 text-ink-3"
    >
      {children}
    </span>
  );
}
