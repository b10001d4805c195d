import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import type { SourceInput } from "@/lib/source/schema";
import { OutsideLink } from "../ui/outside-link";
import { TextLink } from "../ui/text-link";

/** A document as a line of a list: what it is, how much it is worth, where it stands. */
export function SourceName({ source }: { source: SourceInput }) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const locale = useLocale();
  return (
    <>
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
      {source.url ? (
        <span className="block truncate text-xs print:whitespace-normal">
          <OutsideLink href={source.url}>{hostOf(source.url)}</OutsideLink>
        </span>
      ) : (
        <span className="block text-xs text-ink-3">{t("noAddress")}</span>
      )}
    </>
  );
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url;
}
