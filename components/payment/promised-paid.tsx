import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type DealMoney, moneyOf, type Standing } from "@/lib/deal/money/rules";
import type { Total } from "@/lib/money/rules";
import type { Part } from "@/lib/money/total/dto";
import { Cite } from "../deal/cite";
import type { DealView } from "../deal/deal-view";
import { Unverified } from "../deal/unverified";
import { Section } from "../layout/section";
import { Counted } from "../money/counted";
import { Stat, Stats } from "../ui/stat";
import { AmountText } from "./amount-text";
import { MoneyBar } from "./money-bar";
import { PoolNote } from "./pool-note";
import { hasFigure } from "./use-money";

/** What was promised and what came of it: a block for each currency, since currencies are never added. `fx` says in which money. */
export function PromisedPaid({ view, fx }: { view: DealView; fx?: ReactNode }) {
  const t = useTranslations("payment");
  const blocks = moneyOf(view.doc.terms);
  return (
    <Section id="money" title={t("promisedTitle")} landmark>
      {fx}
      {blocks.length === 0 && <p className="text-sm text-ink-3">{t("none")}</p>}
      <div className="grid gap-6">
        {blocks.map((money) => (
          <div key={money.currency ?? ""} className="grid gap-3">
            {blocks.length > 1 && (
              <h3>
                {money.currency ? t("inCurrency", { currency: money.currency }) : t("noCurrency")}
              </h3>
            )}
            <Figures money={money} view={view} alone={blocks.length === 1} />
            <MoneyBar money={money} royalties={<Royalties view={view} />} />
            {money.pools.map((pool) => (
              <PoolNote key={pool.pool.id} pool={pool} />
            ))}
          </div>
        ))}
      </div>
    </Section>
  );
}

function Figures({
  money,
  view,
  alone,
}: {
  money: DealMoney;
  view: DealView;
  /** Beside others, a currency in which nothing happens says nothing of payments. */
  alone: boolean;
}) {
  const t = useTranslations("payment");
  const standing = (name: Standing) => money.standing.find((one) => one.standing === name);
  const [paid, triggered] = [standing("paid"), standing("triggered")];
  const headlineTerm = view.doc.terms.find(({ kind }) => kind === "HEADLINE");
  return (
    <Stats>
      {money.headline && (
        <Stat
          label={t("headline")}
          value={
            <Supported fields={["headline", `terms.${headlineTerm?.id}`]} view={view}>
              <Figure amount={money.headline} />
            </Supported>
          }
          note={t("asAnnounced")}
        />
      )}
      {money.promised.map(({ group, total, parts }) => (
        <Stat
          key={group}
          label={t(`group.${group}`)}
          value={
            <Supported fields={group === "other" ? [] : [group]} view={view}>
              <Figure amount={total} />
            </Supported>
          }
          note={<PromiseNote money={money} {...{ group, total, parts }} />}
        />
      ))}
      {(alone || money.standing.length > 0) && (
        <Stat
          label={t("standing.paid")}
          value={<PaidFigure paid={paid?.total} />}
          note={paid && <Counted total={paid.total} parts={paid.parts} />}
        />
      )}
      {triggered && (
        <Stat
          label={t("standing.triggered")}
          value={<Figure amount={triggered.total} />}
          note={<Counted total={triggered.total} parts={triggered.parts} />}
        />
      )}
    </Stats>
  );
}

/** A word that stands for a figure is not set as large as one. */
function Figure({ amount }: { amount: Total }) {
  const text = <AmountText amount={amount} />;
  return hasFigure(amount) ? text : <span className="text-sm">{text}</span>;
}

/** A figure with the sources of its claim. Without any, each of its terms says so in the table below. */
function Supported({
  fields,
  view: { citations },
  children,
}: {
  fields: string[];
  view: DealView;
  children: ReactNode;
}) {
  const cited = citations.of(...fields);
  return (
    <>
      {children}
      <Cite sources={cited} />
      <Unverified unless={cited.length === 0 || citations.verified(...fields)} />
    </>
  );
}

function PaidFigure({ paid }: { paid: Total | undefined }) {
  const t = useTranslations("payment");
  if (!paid || !hasFigure(paid)) {
    return (
      <span className="font-sans text-sm font-normal text-ink-3">{t("nothingDisclosed")}</span>
    );
  }
  return <AmountText amount={paid} />;
}

function PromiseNote({
  money: { headline },
  group,
  total,
  parts,
}: {
  money: DealMoney;
  group: string;
  total: Total;
  parts: Part[];
}) {
  const t = useTranslations("payment");
  const locale = useLocale();
  if (total.of > 1) return <Counted total={total} parts={parts} />;
  const known = ["EXACT", "APPROX"].includes(total.disclosure);
  if (group !== "upfront" || !known || !headline?.max || Number(headline.max) === 0) return null;
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return t("shareOfHeadline", { share: share.format(Number(total.max) / Number(headline.max)) });
}

function Royalties({ view: { doc } }: { view: DealView }) {
  const t = useTranslations("payment");
  if (doc.royalties.length === 0) return null;
  const inside = doc.royalties.every(({ inHeadline }) => inHeadline);
  return t(inside ? "royaltiesInside" : "royaltiesOnTop");
}
