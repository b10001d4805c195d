import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import { OutsideLink } from "../ui/outside-link";
import { TextLink } from "../ui/text-link";
import type { Cited } from "./citations";
import { sourceAnchor } from "./cite";
import type { DealView } from "./deal-view";
import { PageSection } from "./page-section";
import { useClaimField } from "./use-claim-field";
import { useList } from "./use-list";

/** What the page rests on, under the numbers that it is cited by. */
export function Evidence({ view }: { view: DealView }) {
  const t = useTranslations("deal.evidence");
  const { all } = view.citations;
  return (
    <PageSection id="evidence" title={t("title")}>
      {all.length === 0 ? (
        <p className="text-sm text-triggered">{t("none")}</p>
      ) : (
        <ol className="text-sm">
          {all.map((cited) => (
            <li
              key={cited.number}
              id={sourceAnchor(cited.number)}
              className="grid grid-cols-[1.5rem_1fr] border-t border-line py-2.5 target:bg-indigo-soft"
            >
              <span className="font-semibold text-indigo tabular-nums">{cited.number}</span>
              <Source cited={cited} view={view} />
            </li>
          ))}
        </ol>
      )}
    </PageSection>
  );
}

const shownFields = 6;

function Source({ cited: { source }, view }: { cited: Cited; view: DealView }) {
  const t = useTranslations("deal.evidence");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const fieldName = useClaimField(view);
  const list = useList();
  const claims = view.doc.claims.filter(({ sourceId }) => sourceId === source.id);
  const fields = [...new Set(claims.map(({ field }) => fieldName(field)))];
  const more = fields.length - shownFields;
  return (
    <div className="min-w-0">
      <TextLink href={`/sources/${source.id}`} kind="name">
        <span lang={source.lang ?? undefined}>
          {source.title ?? source.publisher ?? enums(`sourceKind.${source.kind}`)}
        </span>
      </TextLink>
      <span className="block text-xs text-ink-3">
        <span className={source.grade === "RECALLED" ? "text-triggered" : undefined}>
          {enums(`grade.${source.grade}`)}
        </span>
        {source.title && source.publisher && ` · ${source.publisher}`}
        {" · "}
        {source.publishedOn ? formatPartialDate(source.publishedOn, locale) : t("undated")}
      </span>
      <span className="block truncate text-xs print:whitespace-normal">
        {source.url ? (
          <OutsideLink href={source.url}>{hostOf(source.url)}</OutsideLink>
        ) : (
          <span className="text-ink-3">{t("noAddress")}</span>
        )}
      </span>
      {fields.length > 0 && (
        <span className="block text-xs text-ink-3">
          {t("supports", { fields: list(fields.slice(0, shownFields)) })}
          {more > 0 && ` ${t("more", { count: more })}`}
        </span>
      )}
      {claims.flatMap(({ id, quote }) =>
        quote ? (
          <q key={id} className="mt-0.5 block text-xs text-ink-2">
            {quote}
          </q>
        ) : (
          []
        ),
      )}
    </div>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url;
}
