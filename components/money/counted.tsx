import type { Total } from "@/lib/money/rules";
import { useMoney } from "../payment/use-money";

/** Of how many amounts a total knows something. */
export function Counted({ total }: { total: Total }) {
  const { countOf } = useMoney();
  return <span className="sub">{countOf(total)}</span>;
}
