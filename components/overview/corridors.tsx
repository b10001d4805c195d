import { useLocale, useTranslations } from "next-intl";
import type { Corridor } from "@/lib/insight/overview/dto";
import { countryName } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { TextLink } from "../ui/text-link";

/** The busiest ways between two countries, as bars and figures. */
export function Corridors({ corridors }: { corridors: Corridor[] }) {
  const t = useTranslations("overview.corridors");
  const money = useTranslations("milestones");
  const locale = useLocale();
  const most = Math.max(1, ...corridors.map(({ deals }) => deals));
  if (corridors.length === 0) return null;
  return (
    <Section
      id="corridors"
      title={t("title")}
      note={t("note")}
      more={<TextLink href="/insight/waterfall">{money("fallTitle")}</TextLink>}
    >
      <ol className="text-sm">
        {corridors.map(({ from, to, deals }) => (
          <li key={`${from} ${to}`} className="border-t border-line py-1.5">
            <span className="flex justify-between gap-3">
              <span>
                {countryName(from, locale)}{" "}
                <span aria-hidden="true" className="text-seal">
                  →
                </span>
                <span className="sr-only">{t("to")}</span> {countryName(to, locale)}
              </span>
              <span className="tabular-nums">
                <TextLink href={`/deals?from=${from}&to=${to}`}>{deals}</TextLink>
              </span>
            </span>
            <svg
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
              data-ink="keep"
              className="mt-1 h-1 w-full"
            >
              <title>{deals}</title>
              <rect width="100" height="4" className="fill-line" />
              <rect width={(100 * deals) / most} height="4" className="fill-ink-3" />
            </svg>
          </li>
        ))}
      </ol>
    </Section>
  );
}
