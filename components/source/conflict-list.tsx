import { useTranslations } from "next-intl";
import { conflictsOf } from "@/lib/source/rules";
import type { ClaimInput, Evidence, SourceInput } from "@/lib/source/schema";
import { Section } from "../layout/section";
import { Tag } from "../ui/tag";
import { TextLink } from "../ui/text-link";
import { useClaimValue } from "./use-claim-value";
import { useFieldWords } from "./use-field-words";

/** Where sources say different things: each saying beside the others, and which one is used. */
export function ConflictList({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("source");
  const words = useFieldWords();
  const conflicts = conflictsOf(evidence.claims);
  if (conflicts.length === 0) return null;
  return (
    <Section
      id="conflicts"
      title={t("conflicts")}
      note={t("conflictsNote", { count: conflicts.length })}
    >
      <ul className="grid gap-3">
        {conflicts.map(({ field, claims }) => (
          <li
            key={field}
            className="overflow-hidden rounded-lg border border-triggered bg-triggered-soft"
          >
            <h3 className="px-3.5 pt-2 pb-1.5 font-sans text-sm font-[560]">{words(field)}</h3>
            <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] gap-px border-t border-line bg-line">
              {claims.map((claim) => (
                <li key={claim.id} className="bg-raised px-3.5 py-2.5 text-sm">
                  <Saying
                    claim={claim}
                    source={evidence.sources.find(({ id }) => id === claim.sourceId)}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Saying({ claim, source }: { claim: ClaimInput; source: SourceInput | undefined }) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const value = useClaimValue();
  const used = claim.status === "ACCEPTED";
  return (
    <>
      <p className="flex items-baseline justify-between gap-2">
        <span className={used ? "font-[560]" : "text-ink-2"}>
          {value(claim.field, claim.value ?? "")}
        </span>
        {used ? (
          <Tag tone="paid">{t("used")}</Tag>
        ) : (
          <span className="text-xs text-ink-3">{enums(`claimStatus.${claim.status}`)}</span>
        )}
      </p>
      {source && (
        <p className="text-xs text-ink-3">
          <TextLink href={`/sources/${source.id}`}>
            {source.publisher ?? source.title ?? enums(`sourceKind.${source.kind}`)}
          </TextLink>
          {` · ${enums(`grade.${source.grade}`)}`}
        </p>
      )}
      {claim.quote && <q className="mt-1 block text-xs text-ink-2">{claim.quote}</q>}
      {claim.note && <p className="mt-1 text-xs text-ink-2">{claim.note}</p>}
      {claim.reason && (
        <p className="mt-1 text-xs text-ink-2">
          {t("reason")}: {claim.reason}
        </p>
      )}
    </>
  );
}
