"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { formatMoney } from "@/lib/money/rules";
import { type RoyaltyDue, royaltyAt } from "@/lib/payment/royalty/rules";
import type { RoyaltyTermInput } from "@/lib/payment/schema";
import { Button } from "../ui/button";

const presets = [200_000_000, 500_000_000, 1_000_000_000];

/** The slider goes by powers of ten, from 10 million to 10 billion, in steps that read well. */
const lowest = 7;
const steps = 60;

function salesAt(step: number): string {
  const exact = 10 ** (lowest + step / 20);
  return String(Number(exact.toPrecision(2)));
}

function stepOf(sales: string): number {
  return Math.round((Math.log10(Number(sales)) - lowest) * 20);
}

/** What a royalty comes to at a level of net sales, in the currency that its tiers or its deal are in. */
export function RoyaltyCalculator({
  royalty,
  currency,
}: {
  royalty: Pick<RoyaltyTermInput, "wording" | "tiers">;
  currency: string | null;
}) {
  const t = useTranslations("payment");
  const locale = useLocale();
  const id = useId();
  const [sales, setSales] = useState("500000000");
  const due = royaltyAt(royalty, sales);
  if (!due) return null;
  const money = (amount: string) => formatMoney(amount, currency, locale, { compact: true });
  return (
    <div className="grid max-w-xl gap-2 rounded-lg border border-line p-3 text-sm print:hidden">
      <label htmlFor={id} className="font-[560]">
        {t("atSales", { sales: money(sales) })}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          type="range"
          min={0}
          max={steps}
          value={stepOf(sales)}
          aria-valuetext={money(sales)}
          onChange={(event) => setSales(salesAt(Number(event.target.value)))}
          className="h-6 min-w-40 flex-1 accent-indigo"
        />
        {presets.map((preset) => (
          <Button
            key={preset}
            size="sm"
            aria-pressed={sales === String(preset)}
            onClick={() => setSales(String(preset))}
          >
            {money(String(preset))}
          </Button>
        ))}
      </div>
      <output htmlFor={id}>
        <Due due={due} money={money} />
      </output>
      {due.derived && <p className="text-xs text-triggered">{t("royaltyDerived")}</p>}
    </div>
  );
}

function Due({ due, money }: { due: RoyaltyDue; money: (amount: string) => string }) {
  const t = useTranslations("payment");
  const locale = useLocale();
  const { min, max, rateMin, rateMax } = due;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const rate = (text: string | null) => number.format(Number(text ?? "0"));
  if (max === null) return t("royaltyAtLeast", { due: money(min), rate: rate(rateMin) });
  if (min === max) return t("royaltyDue", { due: money(min), rate: rate(rateMin) });
  return t("royaltyBetween", {
    ...{ from: money(min), to: money(max), rateFrom: rate(rateMin), rateTo: rate(rateMax) },
  });
}
