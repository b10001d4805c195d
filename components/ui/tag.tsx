import type { ReactNode } from "react";
import { cx } from "./cx";

const look = {
  plain: "bg-sunken text-ink-2",
  seal: "bg-seal-soft text-seal",
  indigo: "bg-indigo-soft text-indigo",
  paid: "bg-paid-soft text-paid",
  triggered: "bg-triggered-soft text-triggered",
};

export function Tag({
  tone = "plain",
  children,
}: {
  tone?: keyof typeof look;
  children: ReactNode;
}) {
  return (
    <span
      className={cx("inline-block rounded-sm px-1.5 py-px text-xs whitespace-nowrap", look[tone])}
    >
      {children}
    </span>
  );
}
