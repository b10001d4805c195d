import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import type { SourceInput } from "@/lib/source/schema";
import { OutsideLink } from "../../ui/outside-link";
import { TextLink } from "../../ui/text-link";

/** A document of the catalogue, to read only: other records rest on it too. */
export function StoredSource({ source }: { source: SourceInput }) {
  const t = useTranslations("record-form.evidence");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const name = source.title ?? source.url ?? source.publisher ?? t("unnamed");
  const date = partialDate.safeParse(source.publishedOn);
  const facts = [
    source.title ? source.publisher : null,
    date.success && formatPartialDate(date.data, locale),
    enums(`grade.${source.grade}`),
  ].filter(Boolean);
  return (
    <div className="text-sm">
      <p lang={source.lang ?? undefined} className="break-words">
        {source.url ? <OutsideLink href={source.url}>{name}</OutsideLink> : name}
      </p>
      <p className="text-xs text-ink-3">
        {facts.join(" · ")} · <TextLink href={`/sources/${source.id}`}>{t("open")}</TextLink>
      </p>
    </div>
  );
}
