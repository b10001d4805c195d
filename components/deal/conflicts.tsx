import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/rules";
import { formatPartialDate, partialDate } from "@/lib/partial-date";
import { conflictsOf } from "@/lib/source/rules";
import type { ClaimInput } from "@/lib/source/schema";
import { Tag } from "../ui/tag";
import { Cite } from "./cite";
import type { DealView } from "./deal-view";
import { PageSection } from "./page-section";
import { useClaimField } from "./use-claim-field";

/** Where sources say different things: each saying beside the others, and which one the page uses. */
export function Conflicts({ view }: { view: DealView }) {
  const t = useTranslations("deal.conflicts");
  const fieldName = useClaimField(view);
  const conflicts = conflictsOf(view.doc.claims);
  if (conflicts.length === 0) return null;
  return (
    <PageSection id="conflicts" title={t("title")} note={t("note", { count: conflicts.length })}>
      <ul className="grid gap-3">
        {conflicts.map(({ field, claims }) => (
          <li
            key={field}
            className="overflow-hidden rounded-lg border border-triggered bg-triggered-soft"
          >
            <h3 className="px-3.5 pt-2 pb-1.5 font-sans text-sm font-[560] first-letter:uppercase">
              {fieldName(field)}
            </h3>
            <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] gap-px border-t border-line bg-line">
              {byValue(claims).map((same) => (
                <li key={same[0].id} className="bg-raised px-3.5 py-2.5">
                  <Saying claims={same} view={view} />
                </li>
              ))}
            </ul>
            {!claims.some(({ status }) => status === "ACCEPTED") && (
              <p className="border-t border-line px-3.5 py-1.5 text-xs">{t("noneUsed")}</p>
            )}
          </li>
        ))}
      </ul>
    </PageSection>
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

/** One value, and who says so. */
function Saying({ claims, view }: { claims: Same; view: DealView }) {
  const t = useTranslations("deal.conflicts");
  const enums = useTranslations("enums");
  const value = useClaimValue(view);
  const used = isUsed(claims);
  return (
    <div className="text-sm">
      <p className="flex items-baseline justify-between gap-2">
        <span className={used ? "font-[560]" : "text-ink-2"}>{value(claims[0])}</span>
        {used ? (
          <Tag tone="paid">{t("used")}</Tag>
        ) : (
          <span className="text-xs whitespace-nowrap text-ink-3">
            {enums(`claimStatus.${claims[0].status}`)}
          </span>
        )}
      </p>
      <ul className="mt-1 grid gap-1 text-xs">
        {claims.map((claim) => (
          <li key={claim.id}>
            <WhoSaysSo claim={claim} view={view} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function WhoSaysSo({ claim, view }: { claim: ClaimInput; view: DealView }) {
  const t = useTranslations("deal.conflicts");
  const enums = useTranslations("enums");
  const cited = view.citations.ofSource(claim.sourceId);
  const source = cited[0]?.source;
  return (
    <>
      {source && (
        <span className="text-ink-3">
          {source.publisher ?? source.title} · {enums(`grade.${source.grade}`)}
          <Cite sources={cited} />
        </span>
      )}
      {claim.quote && <q className="block text-ink-2">{claim.quote}</q>}
      {claim.reason && (
        <span className="block text-ink-2">
          {t("reason")}: {claim.reason}
        </span>
      )}
    </>
  );
}

/** Whose words the values of a field are, where they are one of an enum's. */
const enumOfField: Record<string, string> = {
  exclusivity: "exclusivity",
  stage: "stage",
  stageAtSigning: "stage",
  status: "dealStatus",
  structures: "dealType",
  type: "dealType",
};

/** A claim's value is text in the words of its field: a date, an amount, a word of ours, or just words. */
function useClaimValue({ doc }: DealView) {
  const enums = useTranslations("enums");
  const locale = useLocale();
  const [only = null, ...others] = new Set(doc.terms.flatMap((term) => term.currency ?? []));
  return ({ field, value }: ClaimInput): string => {
    if (value === null) return "";
    const [, currency, amount] = /^(?:([A-Z]{3}) )?(\d{5,}(?:\.\d{1,4})?)$/.exec(value) ?? [];
    if (amount) return formatMoney(amount, currency ?? (others.length > 0 ? null : only), locale);
    const word = `${enumOfField[field]}.${value}`;
    if (/^[A-Z_0-9]+$/.test(value) && enums.has(word)) return enums(word);
    const date = /^\d{4}(-|$)/.test(value) ? partialDate.safeParse(value) : null;
    return date?.success ? formatPartialDate(date.data, locale) : value;
  };
}
