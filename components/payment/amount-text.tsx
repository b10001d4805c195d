import type { Amount } from "@/lib/money/schema";
import { Tooltip } from "../ui/tooltip";
import { hasFigure, useMoney } from "./use-money";

/** An amount as people say it, every digit and the currency on hover and focus. */
export function AmountText({ amount }: { amount: Amount }) {
  const money = useMoney();
  if (!hasFigure(amount)) {
    return <span className="font-sans font-normal text-ink-3">{money.short(amount)}</span>;
  }
  return (
    <Tooltip text={[money.exact(amount), amount.currency].filter(Boolean).join(" · ")}>
      <span className="whitespace-nowrap">{money.short(amount)}</span>
    </Tooltip>
  );
}
