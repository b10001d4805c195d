"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { summed, type DealTotals as Totals } from "@/lib/catalogue/deal/total/dto";
import { TotalText } from "../money/total-text";
import { useMoney } from "../payment/use-money";
import { Button } from "../ui/button";

type Answer = { query: string; totals: Totals | null };

/** What all deals of the list add up to, asked for when it is wanted: most who look at a list add nothing. */
export function DealTotals({ query }: { query: string }) {
  const t = useTranslations("deals.totals");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, start] = useTransition();
  const ask = () =>
    start(async () => {
      const totals = await read(query).catch(() => null);
      setAnswer({ query, totals });
    });
  if (answer?.query !== query) {
    return (
      <Button size="sm" variant="quiet" onClick={ask} pending={pending}>
        {t("ask")}
      </Button>
    );
  }
  if (!answer.totals) return <span role="status">{t("failed")}</span>;
  return (
    <span role="status" className="block tabular-nums">
      <Sums {...answer.totals} />
    </span>
  );
}

async function read(query: string): Promise<Totals> {
  const response = await fetch(`/api/catalogue/deals/totals?${query}`);
  if (!response.ok) throw new Error(`the totals answered ${response.status}`);
  // Our own route's answer, whose shape its query gives.
  return (await response.json()) as Totals;
}

function Sums({ totals, several }: Totals) {
  const t = useTranslations("deals.totals");
  const { countOf } = useMoney();
  return (
    <>
      {totals.length === 0 && t("none")}
      {summed.map((name) => {
        const own = totals.filter(({ of }) => of === name);
        if (own.length === 0) return null;
        return (
          <span key={name} className="block">
            <strong className="font-semibold">{t(name)}</strong>{" "}
            {own.map(({ total }) => (
              <span key={total.currency} className="mr-4 inline-block">
                {total.currency} <TotalText total={total} /> ({countOf(total)})
              </span>
            ))}
          </span>
        );
      })}
      {several > 0 && <span className="block">{t("several", { count: several })}</span>}
    </>
  );
}
