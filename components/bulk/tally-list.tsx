import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BatchNoun } from "@/lib/bulk/dto";
import type { Some, Tally } from "@/lib/bulk/rules";
import { TextLink } from "../ui/text-link";

/** What becomes of what a batch is about, each outcome with its count and the first few of its deals. */
export function TallyList({
  noun,
  tally,
  when,
}: {
  noun: BatchNoun;
  tally: Tally;
  when: "before" | "after";
}) {
  const t = useTranslations("bulk");
  const { change, same, skipped, warned } = tally;
  return (
    <ul className="grid border-y border-line text-sm tabular-nums">
      <Outcome>{t(`change.${when}`, { noun, count: change.count })}</Outcome>
      {same.count > 0 && <Outcome>{t("same", { count: same.count })}</Outcome>}
      {Object.entries(skipped).map(([because, some]) => (
        <Outcome key={because} some={some}>
          {t(`skipped.${because}`, { count: some.count })}
        </Outcome>
      ))}
      {Object.entries(warned).map(([code, some]) => (
        <Outcome key={code} some={some}>
          {t(`warned.${code}`, { count: some.count })}
        </Outcome>
      ))}
    </ul>
  );
}

/** What stands in the way, or is doubtful, is worth reading one by one. */
function Outcome({ some, children }: { some?: Some; children: ReactNode }) {
  return (
    <li className="border-t border-line py-1.5 first:border-t-0">
      {children}
      {some && some.deals.length > 0 && <Examples some={some} />}
    </li>
  );
}

function Examples({ some: { count, deals } }: { some: Some }) {
  const t = useTranslations("bulk");
  const more = count - deals.length;
  return (
    <ul className="mt-0.5 grid gap-0.5 pl-4 text-xs text-ink-3">
      {deals.map((deal) => (
        <li key={deal.slug} className="truncate">
          <TextLink href={`/deals/${deal.slug}`}>{deal.title}</TextLink>
        </li>
      ))}
      {more > 0 && <li>{t("more", { count: more })}</li>}
    </ul>
  );
}
