import { useTranslations } from "next-intl";
import type { ListedDeal } from "@/lib/insight/deal/dto";
import type { Standings } from "@/lib/insight/overview/dto";
import { Section } from "../layout/section";
import { Disclosure } from "../ui/disclosure";
import { TextLink } from "../ui/text-link";

/** Where the catalogue doubts itself: sources that disagree, deals that rest on memory alone. */
export function Doubtful({
  standings,
  conflicts,
  unverified,
}: {
  standings: Standings;
  conflicts: ListedDeal[];
  unverified: ListedDeal[];
}) {
  const t = useTranslations("overview.doubtful");
  return (
    <Section
      id="doubtful"
      title={t("title")}
      more={
        standings.conflicts > 0 && (
          <TextLink href="/deals?has_conflict=true">
            {t("conflicts", { count: standings.conflicts })}
          </TextLink>
        )
      }
    >
      {conflicts.length === 0 && <p className="text-sm text-ink-3">{t("none")}</p>}
      <Titles deals={conflicts} />
      <div className="border-t border-line pt-2">
        {standings.unverified === 0 ? (
          <p className="text-sm text-ink-3">{t("allVerified")}</p>
        ) : (
          <Disclosure summary={t("unverified", { count: standings.unverified })}>
            <Titles deals={unverified} />
            {standings.unverified > unverified.length && (
              <p className="text-xs text-ink-3">{t("newest", { count: unverified.length })}</p>
            )}
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

function Titles({ deals }: { deals: ListedDeal[] }) {
  return (
    <ul className="text-sm">
      {deals.map(({ slug, title, announcedOn }) => (
        <li key={slug} className="border-t border-line py-2">
          <TextLink href={`/deals/${slug}`} kind="name">
            {title}
          </TextLink>
          <span className="block text-xs text-ink-3 tabular-nums">{announcedOn}</span>
        </li>
      ))}
    </ul>
  );
}
