import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DealMoney, Standing } from "@/lib/deal/money/rules";
import type { Total } from "@/lib/money/rules";
import { Bar, type Segment } from "../ui/bar";
import { StatusDot } from "../ui/status-dot";
import type { Tone } from "../ui/tone";
import { AmountText } from "./amount-text";
import { useMoney } from "./use-money";

export const standingTone: Record<Standing, Tone> = {
  paid: "paid",
  triggered: "triggered",
  unknown: "muted",
  open: "open",
  lapsed: "lapsed",
};

type Part = { key: Standing | "rest"; tone: Tone; total: Total; known: string };

/** The parts of the promise by what became of them. Where no figure is known there is nothing to draw. */
export function MoneyBar({ money, royalties }: { money: DealMoney; royalties: ReactNode }) {
  const t = useTranslations("payment");
  const parts = partsOf(money);
  const sizes = parts.map(({ known }) => Number(known));
  const whole = Math.max(
    Number(money.headline?.max ?? 0),
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const segments: Segment[] = parts.map(({ key, tone, total }, index) => ({
    key,
    tone,
    share: whole > 0 ? (sizes[index] ?? 0) / whole : 0,
    label: <Legend part={key} total={total} />,
  }));
  if (whole > 0) return <Bar title={t("bar")} segments={segments} note={royalties} />;
  return (
    <ul className="flex flex-wrap gap-x-4.5 gap-y-1 text-xs text-ink-2">
      {segments.map(({ key, tone, label }) => (
        <li key={key}>
          <StatusDot tone={tone}>{label}</StatusDot>
        </li>
      ))}
      {royalties && <li className="text-ink-3">{royalties}</li>}
    </ul>
  );
}

function partsOf(money: DealMoney): Part[] {
  const parts: Part[] = money.standing.map(({ standing, ...part }) => ({
    ...part,
    key: standing,
    tone: standingTone[standing],
  }));
  if (money.rest === null) return parts;
  const rest: Total = {
    disclosure: "UP_TO",
    currency: money.currency,
    min: null,
    max: money.rest,
    disclosed: 1,
    of: 1,
  };
  return [...parts, { key: "rest", tone: "muted", total: rest, known: money.rest }];
}

function Legend({ part, total }: { part: Part["key"]; total: Total }) {
  const t = useTranslations("payment");
  const { countOf } = useMoney();
  const name = part === "triggered" ? t("short.triggered") : t(`standing.${part}`);
  return (
    <>
      {name} <AmountText amount={total} />
      {total.disclosed > 0 && total.disclosed < total.of && (
        <span className="text-ink-3"> · {countOf(total)}</span>
      )}
    </>
  );
}
