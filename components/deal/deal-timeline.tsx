import { useLocale, useTranslations } from "next-intl";
import type { DealDoc } from "@/lib/deal/schema";
import { formatPartialDate, lastDay } from "@/lib/partial-date";
import { Section } from "../layout/section";
import { isoOf } from "../payment/payment-details";
import { useTermName } from "../payment/use-term-name";
import { Folded } from "../ui/folded";
import { Timeline, type TimelineEntry } from "../ui/timeline";
import { Cite } from "./cite";
import type { DealView } from "./deal-view";

type Entry = TimelineEntry & { on: string | null };

/** How many entries of a long timeline are drawn, the latest. */
const most = 40;

/** Events of the deal and steps of its payments, in the order of their days; what has no day comes last. */
export function DealTimeline({ view, whole }: { view: DealView; whole: boolean }) {
  const t = useTranslations("deal.timeline");
  const locale = useLocale();
  const entries = [...useDates(view.doc), ...useEvents(view), ...useSteps(view)].sort(byDay);
  const shown = whole ? entries : entries.slice(-most);
  return (
    <Section id="timeline" title={t("title")} landmark>
      <Timeline
        entries={shown.map(({ on, ...entry }) => ({
          ...entry,
          when: on ? formatPartialDate(on, locale) : t("dayUnknown"),
          dateTime: isoOf(on),
        }))}
      />
      <Folded shown={shown.length} all={entries.length} href={`/deals/${view.doc.slug}?all=yes`} />
    </Section>
  );
}

/** By the last day it may have been: what is only known to be of a year follows what is known within it. */
function byDay(a: Entry, b: Entry): number {
  if (a.on === null || b.on === null) return Number(a.on === null) - Number(b.on === null);
  return lastDay(a.on).localeCompare(lastDay(b.on));
}

/** The deal's own dates, where no event tells them. */
function useDates(doc: DealDoc): Entry[] {
  const enums = useTranslations("enums");
  const t = useTranslations("deal.timeline");
  const told = new Set<string>(doc.events.map(({ kind }) => kind));
  const ends = ["TERMINATED", "EXPIRED", "OPTION_LAPSED"];
  const dates = [
    {
      key: "announced",
      on: doc.announcedOn,
      what: enums("dealEventKind.ANNOUNCED"),
      by: ["ANNOUNCED"],
    },
    { key: "closed", on: doc.closedOn, what: enums("dealEventKind.CLOSED"), by: ["CLOSED"] },
    { key: "ended", on: doc.endedOn, what: t("ended"), by: ends },
  ];
  return dates.flatMap(({ key, on, what, by }) =>
    on && !by.some((kind) => told.has(kind))
      ? [{ key, on, when: on, what, tone: "seal" as const }]
      : [],
  );
}

function useEvents({ doc, citations }: DealView): Entry[] {
  const enums = useTranslations("enums");
  return doc.events.map(({ id, kind, on, summary, sourceId }) => ({
    key: id,
    on,
    when: on,
    what: (
      <>
        <span className="font-[560]">{enums(`dealEventKind.${kind}`)}</span>
        <Cite sources={citations.ofSource(sourceId)} />
        {saysMore(summary, kind) && <span className="block text-ink-2">{summary}</span>}
      </>
    ),
    tone: "seal",
  }));
}

/** "Announced" under "Announced" is no news. */
function saysMore(summary: string, kind: string): boolean {
  return summary.toLowerCase() !== kind.toLowerCase().replaceAll("_", " ");
}

function useSteps({ doc, citations }: DealView): Entry[] {
  const t = useTranslations("deal.timeline");
  const enums = useTranslations("enums");
  const termName = useTermName();
  return doc.terms.flatMap((term) =>
    term.steps.map((step, index) => ({
      key: `${term.id}-${index}`,
      on: step.on,
      when: step.on,
      what: (
        <>
          {t("moved", { name: termName(term), state: enums(`paymentState.${step.to}`) })}
          <Cite sources={citations.ofSource(step.sourceId)} />
        </>
      ),
      tone: "plain" as const,
    })),
  );
}
