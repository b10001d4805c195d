import { useLocale, useTranslations } from "next-intl";
import { onlyCurrency } from "@/lib/deal/money/rules";
import type { DealDoc } from "@/lib/deal/schema";
import { Cite } from "../deal/cite";
import type { DealView } from "../deal/deal-view";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { RoyaltyCalculator } from "./royalty-calculator";
import { useMoney } from "./use-money";

type Royalty = DealDoc["royalties"][number];
type Tier = Royalty["tiers"][number];

/** Royalties, with their tiers where a source gives them. */
export function Royalties({ view }: { view: DealView }) {
  const t = useTranslations("payment");
  const { royalties } = view.doc;
  if (royalties.length === 0) return null;
  return (
    <Section id="royalties" title={t("royaltiesTitle")} landmark>
      <ul className="grid gap-4">
        {royalties.map((royalty) => (
          <li key={royalty.id} className="grid gap-2">
            <RoyaltyLine royalty={royalty} view={view} />
            {royalty.tiers.length > 0 && <Tiers tiers={royalty.tiers} />}
            <RoyaltyCalculator
              royalty={royalty}
              currency={royalty.tiers[0]?.salesCurrency ?? onlyCurrency(view.doc)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RoyaltyLine({ royalty, view }: { royalty: Royalty; view: DealView }) {
  const t = useTranslations("payment");
  const money = useMoney();
  const { payerId, payeeId, base, wording, disclosure, tiers } = royalty;
  const nameOf = (id: string | null) => (id && view.companies.get(id)?.name) || t("notResearched");
  const rates = tiers.length > 0;
  const unsaid = ["UNDISCLOSED", "NONE", "NOT_RESEARCHED"].includes(disclosure);
  return (
    <p className="text-sm">
      {(payerId || payeeId) &&
        `${t("fromTo", { payer: nameOf(payerId), payee: nameOf(payeeId) })} · `}
      {base && `${t("royaltyBase", { base })} · `}
      {!rates && unsaid && (
        <span className="text-ink-3">
          {t("tierRate")}: {money.short({ disclosure, currency: null, min: null, max: null })}
        </span>
      )}
      {royalty.inHeadline ? t("royaltiesInside") : !rates && unsaid ? null : t("royaltiesOnTop")}
      <Cite sources={view.citations.of(`royalties.${royalty.id}`, "royalty", "royalties")} />
      {wording && <q className="block text-ink-2">{wording}</q>}
    </p>
  );
}

function Tiers({ tiers }: { tiers: Tier[] }) {
  const t = useTranslations("payment");
  const money = useMoney();
  return (
    <TableWrap label={t("tiersTable")}>
      <table>
        <thead>
          <tr>
            <Th>{t("tierSales")}</Th>
            <Th numeric>{t("tierRate")}</Th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr key={tier.id}>
              <Td>
                <SalesOf tier={tier} />
              </Td>
              <Td numeric muted={tier.rateMin === null && tier.rateMax === null}>
                {tier.rateMin === null && tier.rateMax === null ? (
                  money.short({ disclosure: "UNDISCLOSED", currency: null, min: null, max: null })
                ) : (
                  <Rate tier={tier} />
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function SalesOf({ tier: { salesFrom, salesTo, salesCurrency } }: { tier: Tier }) {
  const t = useTranslations("payment");
  const money = useMoney();
  const show = (amount: string) => money.figure(amount, salesCurrency);
  if (salesFrom && salesTo) return t("tierFromTo", { from: show(salesFrom), to: show(salesTo) });
  if (salesFrom) return t("tierFrom", { from: show(salesFrom) });
  return salesTo ? t("tierTo", { to: show(salesTo) }) : t("tierAll");
}

function Rate({ tier: { rateMin, rateMax } }: { tier: Tier }) {
  const t = useTranslations("payment");
  const locale = useLocale();
  const show = (rate: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(Number(rate));
  if (rateMin && rateMax) {
    if (rateMin === rateMax) return t("rate", { rate: show(rateMin) });
    return t("rateFromTo", { from: show(rateMin), to: show(rateMax) });
  }
  if (rateMax) return t("rateTo", { to: show(rateMax) });
  return rateMin ? t("rateFrom", { from: show(rateMin) }) : null;
}
