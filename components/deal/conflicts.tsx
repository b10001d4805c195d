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
              {claims.map((claim) => (
                <li key={claim.id} className="bg-raised px-3.5 py-2.5">
                  <Saying claim={claim} view={view} />
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

function Saying({ claim, view }: { claim: ClaimInput; view: DealView }) {
  const t = useTranslations("deal.conflicts");
  const enums = useTranslations("enums");
  const value = useClaimValue(view);
  const cited = view.citations.ofSource(claim.sourceId);
  const source = cited[0]?.source;
  const used = claim.status === "ACCEPTED";
  return (
    <div className="text-sm">
      <p className="flex items-baseline justify-between gap-2">
        <span className={used ? "font-[560]" : "text-ink-2"}>{value(claim)}</span>
        {used ? (
          <Tag tone="paid">{t("used")}</Tag>
        ) : (
          <span className="text-xs text-ink-3">{enums(`claimStatus.${claim.status}`)}</span>
        )}
      </p>
      {source && (
        <p className="text-xs text-ink-3">
          {source.publisher ?? source.title} · {enums(`grade.${source.grade}`)}
          <Cite sources={cited} />
        </p>
      )}
      {claim.quote && <q className="mt-1 block text-xs text-ink-2">{claim.quote}</q>}
      {claim.note && <p className="mt-1 text-xs text-ink-2">{claim.note}</p>}
      {claim.reason && (
        <p className="mt-1 text-xs text-ink-2">
          {t("reason")}: {claim.reason}
        </p>
      )}
    </div>
  );
}

/** A claim's value is text in the words of its field: a date, an amount, or just words. */
function useClaimValue({ doc }: DealView) {
  const locale = useLocale();
  const [currency = null, ...others] = new Set(doc.terms.flatMap((term) => term.currency ?? []));
  return ({ value }: ClaimInput): string => {
    if (value === null) return "";
    if (/^\d{5,}(\.\d+)?$/.test(value))
      return formatMoney(value, others.length > 0 ? null : currency, locale);
    return /^\d{4}/.test(value) && partialDate.safeParse(value).success
      ? formatPartialDate(partialDate.parse(value), locale)
      : value;
  };
}
