"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/lib/money/rules";
import { amountProblems } from "@/lib/money/schema";
import { typedTerm } from "@/lib/money/typed/rules";
import { territoryLabel } from "@/lib/territory/rules";
import { useForm } from "../../record/form/form-context";
import type { DealFields } from "./deal-fields";
import { companiesOn } from "./deal-input";
import { boundsOf } from "./term-fields";

/** Where each group of the form is, and how the deal reads so far. */
export function DealReading({ deal }: { deal: DealFields }) {
  const t = useTranslations("deal-form");
  const lines = useReading(deal);
  return (
    <aside
      aria-label={t("soFar")}
      className="sticky top-18 hidden max-h-[calc(100dvh-9rem)] content-start gap-5 self-start overflow-y-auto text-sm lg:grid"
    >
      <nav aria-label={t("groups")}>
        <ul className="border-l-2 border-line">
          {groups.map(({ id, filled }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="-ml-0.5 flex min-h-6 items-baseline justify-between gap-2 border-l-2 border-transparent py-0.5 pl-3 text-ink-2 hover:border-ink hover:text-ink"
              >
                {t(id)}
                <span className="text-xs text-ink-3 tabular-nums">{filled(deal) || ""}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length > 0 && (
        <div className="border-t border-line pt-3">
          <h2 className="mb-1 text-xs font-normal text-ink-3">{t("soFar")}</h2>
          {lines.map(({ key, text, lead }) => (
            <p
              key={key}
              suppressHydrationWarning
              className={lead ? "font-serif text-base font-semibold" : "text-ink-2"}
            >
              {text}
            </p>
          ))}
        </div>
      )}
    </aside>
  );
}

const groups = [
  { id: "who", filled: (deal: DealFields) => deal.parties.filter((p) => p.companyId).length },
  { id: "what", filled: (deal: DealFields) => deal.assets.length },
  { id: "where", filled: (deal: DealFields) => deal.grants.length },
  { id: "money", filled: (deal: DealFields) => deal.terms.length + deal.royalties.length },
  { id: "when", filled: (deal: DealFields) => deal.events.length },
  { id: "evidence", filled: (deal: DealFields) => deal.sources.length },
  { id: "about", filled: (deal: DealFields) => deal.links.length },
] as const;

type Line = { key: string; text: string; lead?: true };

function useReading(deal: DealFields): Line[] {
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const { known } = useForm();
  const names = (ids: string[]) => ids.flatMap((id) => known.get(id)?.label ?? []).join(", ");
  const sides = [companiesOn(deal.parties, "giving"), companiesOn(deal.parties, "taking")];
  const who = sides.map(names).filter(Boolean).join(" → ");
  const what = names(deal.assets.map(({ assetId }) => assetId));
  const codes = (grant: DealFields["grants"][number], mode: "INCLUDE" | "EXCLUDE") =>
    grant.territories.filter((each) => each.mode === mode).map(({ code }) => code);
  const where = deal.grants.map((grant) => ({
    key: grant.id,
    text: territoryLabel(codes(grant, "INCLUDE"), codes(grant, "EXCLUDE"), locale, territory),
  }));
  const words = {
    UNDISCLOSED: enums("amountWord.UNDISCLOSED"),
    NONE: enums("amountWord.NONE"),
    NOT_RESEARCHED: enums("amountWord.NOT_RESEARCHED"),
  };
  const money = deal.terms.flatMap((term) => {
    const amount = { disclosure: term.disclosure, ...boundsOf(term) };
    const isLegible =
      typedTerm(term.amount).problem === null && amountProblems(amount).length === 0;
    const said = isLegible ? formatAmount(amount, locale, words) : "";
    return said ? [{ key: term.id, text: `${enums(`termKind.${term.kind}`)}: ${said}` }] : [];
  });
  const lines: Line[] = [
    { key: "who", text: who, lead: true },
    { key: "what", text: what },
    ...where,
    ...money,
  ];
  return lines.filter(({ text }) => text);
}
