import { useTranslations } from "next-intl";
import { byWorth } from "@/lib/source/rules";
import type { ClaimInput, Evidence } from "@/lib/source/schema";
import { Section } from "../layout/section";
import { useList } from "../ui/use-list";
import { SourceName } from "./source-name";
import { type ClaimWords, useClaimWords } from "./use-claim-words";

/** Where a source is listed on the page. */
export const sourceAnchor = (number: number) => `source-${number}`;

/** What a record rests on, best source first, under the numbers that its page may cite them by. */
export function EvidenceList({ evidence, words: own }: { evidence: Evidence; words?: ClaimWords }) {
  const t = useTranslations("source");
  const words = useClaimWords(own);
  const sources = [...evidence.sources].sort(byWorth);
  return (
    <Section id="evidence" title={t("evidence")} landmark>
      {sources.length === 0 && <p className="text-sm text-triggered">{t("noEvidence")}</p>}
      <ol className="text-sm">
        {sources.map((source, index) => (
          <li
            key={source.id}
            id={sourceAnchor(index + 1)}
            className="grid grid-cols-[1.5rem_1fr] border-t border-line py-2.5 target:bg-indigo-soft"
          >
            <span className="font-semibold text-indigo tabular-nums">{index + 1}</span>
            <div className="min-w-0">
              <SourceName source={source} />
              <Supports
                claims={evidence.claims.filter(({ sourceId }) => sourceId === source.id)}
                lang={source.lang}
                words={words}
              />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const shownFields = 6;

type SupportsProps = { claims: ClaimInput[]; lang: string | null; words: ClaimWords };

/** What a source's claims are about, and its own words. */
function Supports({ claims, lang, words }: SupportsProps) {
  const t = useTranslations("source");
  const list = useList();
  const fields = [...new Set(claims.map(({ field }) => words.field(field)))];
  const more = fields.length - shownFields;
  return (
    <>
      {fields.length > 0 && (
        <span className="block text-xs text-ink-3">
          {t("supports", { fields: list(fields.slice(0, shownFields)) })}
          {more > 0 && ` ${t("more", { count: more })}`}
        </span>
      )}
      {claims.flatMap(({ id, quote }) =>
        quote ? (
          <q key={id} lang={lang ?? undefined} className="mt-0.5 block text-xs text-ink-2">
            {quote}
          </q>
        ) : (
          []
        ),
      )}
    </>
  );
}
