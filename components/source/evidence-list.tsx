import { useTranslations } from "next-intl";
import { byWorth } from "@/lib/source/rules";
import type { Evidence } from "@/lib/source/schema";
import { Section } from "../layout/section";
import { SourceName } from "./source-name";
import { useFieldWords } from "./use-field-words";

/** What a record rests on, best source first, and what each supports. */
export function EvidenceList({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("source");
  const words = useFieldWords();
  const sources = [...evidence.sources].sort(byWorth);
  return (
    <Section id="evidence" title={t("evidence")}>
      {sources.length === 0 && <p className="text-sm text-triggered">{t("noEvidence")}</p>}
      <ul className="text-sm">
        {sources.map((source) => {
          const claims = evidence.claims.filter(({ sourceId }) => sourceId === source.id);
          const fields = [...new Set(claims.map(({ field }) => words(field)))];
          return (
            <li key={source.id} className="border-t border-line py-2.5">
              <SourceName source={source} />
              {fields.length > 0 && (
                <span className="block text-xs text-ink-3">
                  {t("supports", { fields: fields.join(", ") })}
                </span>
              )}
              {claims.flatMap(({ id, quote }) =>
                quote ? (
                  <q key={id} lang={source.lang ?? undefined} className="block text-xs text-ink-2">
                    {quote}
                  </q>
                ) : (
                  []
                ),
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
