import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import type { SourceInput } from "@/lib/source/schema";
import { DefinitionList } from "../ui/definition-list";
import { OutsideLink } from "../ui/outside-link";
import { hostOf } from "./source-name";

/** What the document is, how much it is worth, and where it can be read. */
export function SourceFacts({ source }: { source: SourceInput }) {
  const t = useTranslations("source.facts");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const unknown = <span className="font-normal text-ink-3">{t("unknown")}</span>;
  return (
    <div className="mb-6 rounded-lg border border-line bg-raised">
      <DefinitionList
        look="strip"
        facts={[
          {
            term: t("grade"),
            value: (
              <span className={source.grade === "RECALLED" ? "text-triggered" : undefined}>
                {enums(`grade.${source.grade}`)}
              </span>
            ),
          },
          { term: t("kind"), value: enums(`sourceKind.${source.kind}`) },
          { term: t("publisher"), value: source.publisher ?? unknown },
          {
            term: t("published"),
            value: source.publishedOn ? formatPartialDate(source.publishedOn, locale) : unknown,
          },
          { term: t("language"), value: source.lang ? languages.of(source.lang) : unknown },
          {
            term: t("address"),
            value: source.url ? (
              <OutsideLink href={source.url}>{hostOf(source.url)}</OutsideLink>
            ) : (
              <span className="font-normal text-ink-3">{t("noAddress")}</span>
            ),
          },
        ]}
      />
    </div>
  );
}
