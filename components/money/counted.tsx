import type { Total } from "@/lib/money/rules";
import type { Part } from "@/lib/money/total/dto";
import { useMoney } from "../payment/use-money";
import { Popover } from "../ui/popover";
import { Inside } from "./inside";

/** Of how many amounts a total knows something; pressed, it says what they are. */
export function Counted({ total, parts }: { total: Total; parts?: readonly Part[] }) {
  const { countOf } = useMoney();
  return (
    <span className="sub">
      {parts ? (
        <Popover label={countOf(total)}>{<Inside parts={parts} />}</Popover>
      ) : (
        countOf(total)
      )}
    </span>
  );
}
