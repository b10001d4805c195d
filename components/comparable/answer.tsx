import { useTranslations } from "next-intl";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { Comparables, LedgerDeal } from "@/lib/insight/comparable/dto";
import { keysOf } from "@/lib/insight/comparable/rules";
import { Section } from "../layout/section";
import { EmptyState } from "../ui/empty-state";
import { CriteriaTable } from "./criteria-table";
import { Ledger } from "./ledger";
import { MoveDeal } from "./move-deal";
import { Spreads } from "./spreads";

/** A set: its figures, and the ledger of who is in and who is out. With the address's `query` it can be changed. */
export function Answer({
  answer: { deals, left, spreads, criteria },
  day,
  halfLife,
  query,
}: {
  answer: Comparables;
  /** The ISO day that it is of. */
  day: string;
  halfLife: number | undefined;
  query?: Query;
}) {
  const t = useTranslations("comparables");
  const move =
    query &&
    (({ slug, title, included, byHand }: LedgerDeal) => (
      <MoveDeal {...{ slug, title, included, byHand, query }} />
    ));
  const without = (name: string) =>
    withQuery(query ?? {}, Object.fromEntries(keysOf(name).map((key) => [key, undefined])));
  return (
    <div className="grid gap-8">
      {deals.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <Section id="figures" title={t("figures", { count: deals.length })}>
          <Spreads
            {...{ deals, spreads }}
            caption={[
              t("policy", { day }),
              halfLife ? t("weighted", { years: halfLife }) : t("unweighted"),
            ].join(" ")}
          />
        </Section>
      )}
      {deals.length > 0 && (
        <Section id="in" title={t("inTitle", { count: deals.length })}>
          <Ledger label={t("inTitle", { count: deals.length })} {...{ deals, move }} />
        </Section>
      )}
      {left.length > 0 && (
        <Section id="out" title={t("outTitle")} note={t("outNote")}>
          <Ledger label={t("outTitle")} deals={left} move={move} />
        </Section>
      )}
      {criteria.length > 0 && (
        <Section id="criteria" title={t("criteria")} note={t("criteriaNote")}>
          <CriteriaTable
            criteria={criteria.map(({ name, more }) => ({
              ...{ name, more },
              ...(query && { href: `/comparables${without(name)}` }),
            }))}
          />
        </Section>
      )}
    </div>
  );
}
