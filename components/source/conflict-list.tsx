import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { conflictsOf } from "@/lib/source/rules";
import type { ClaimInput, Evidence } from "@/lib/source/schema";
import { Section } from "../layout/section";
import { Tag } from "../ui/tag";
import { TextLink } from "../ui/text-link";
import type { ClaimWords } from "./use-claim-words";

type Judging = { judge?: (claim: ClaimInput) => ReactNode };

/**
 * Where sources say different things: each saying beside the others, and which one the page uses. `judge` draws the
 * button that judges one, for those who may.
 */
export function ConflictList({
  evidence,
  words,
  judge,
}: { evidence: Evidence; words: ClaimWords } & Judging) {
  const t = useTranslations("source");
  const conflicts = conflictsOf(evidence.claims);
  if (conflicts.length === 0) return null;
  return (
    <Section
      id="conflicts"
      title={t("conflicts")}
      note={t("conflictsNote", { count: conflicts.length })}
      landmark
    >
      <ul className="grid gap-3">
        {conflicts.map(({ field, claims }) => (
          <li
            key={field}
            className="overflow-hidden rounded-lg border border-triggered bg-triggered-soft"
          >
            <h3 className="px-3.5 pt-2 pb-1.5 font-sans text-sm font-[560] first-letter:uppercase">
              {words.field(field)}
            </h3>
            <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] gap-px border-t border-line bg-line">
              {byValue(claims).map((same) => (
                <li key={same[0].id} className="bg-raised px-3.5 py-2.5">
                  <Saying claims={same} evidence={evidence} words={words} judge={judge} />
                </li>
              ))}
            </ul>
            {!claims.some(({ status }) => status === "ACCEPTED") && (
              <p className="border-t border-line px-3.5 py-1.5 text-xs">{t("noneUsed")}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Same = [ClaimInput, ...ClaimInput[]];

/** The claims that say the same together; what the page uses first. */
function byValue(claims: readonly ClaimInput[]): Same[] {
  const groups: Same[] = [];
  for (const claim of claims) {
    const group = groups.find(([first]) => first.value === claim.value);
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  return groups.sort((a, b) => Number(isUsed(b)) - Number(isUsed(a)));
}

function isUsed(claims: Same): boolean {
  return claims.some(({ status }) => status === "ACCEPTED");
}

type SayingOf<T> = T & { evidence: Evidence; words: ClaimWords } & Judging;

/** One value, and who says so. */
function Saying({ claims, evidence, words, judge }: SayingOf<{ claims: Same }>) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const [{ field, value, status }] = claims;
  const used = isUsed(claims);
  return (
    <div className="text-sm">
      <p className="flex items-baseline justify-between gap-2">
        <span className={used ? "font-[560]" : "text-ink-2"}>
          {value === null ? "" : words.value(field, value)}
        </span>
        {used ? (
          <Tag tone="paid">{t("used")}</Tag>
        ) : (
          <span className="text-xs whitespace-nowrap text-ink-3">
            {enums(`claimStatus.${status}`)}
          </span>
        )}
      </p>
      <ul className="mt-1 grid gap-1 text-xs">
        {claims.map((claim) => (
          <li key={claim.id}>
            <WhoSaysSo claim={claim} evidence={evidence} words={words} />
            {judge && <div className="mt-1">{judge(claim)}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function WhoSaysSo({ claim, evidence, words }: Omit<SayingOf<{ claim: ClaimInput }>, "judge">) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const source = evidence.sources.find(({ id }) => id === claim.sourceId);
  return (
    <>
      {source && (
        <span className="text-ink-3">
          <TextLink href={`/sources/${source.id}`}>
            {source.publisher ?? source.title ?? enums(`sourceKind.${source.kind}`)}
          </TextLink>
          {` · ${enums(`grade.${source.grade}`)}`}
          {words.cite?.(source.id)}
        </span>
      )}
      {claim.quote && (
        <q lang={source?.lang ?? undefined} className="block text-ink-2">
          {claim.quote}
        </q>
      )}
      {claim.note && <span className="block text-ink-2">{claim.note}</span>}
      {claim.reason && (
        <span className="block text-ink-2">
          {t("reason")}: {claim.reason}
        </span>
      )}
    </>
  );
}
