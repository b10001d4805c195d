import type { Total } from "../../money/rules";
import type { Disclosure } from "../../money/schema";

/** What `totalColumns` gives. */
export type TotalRow = {
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
  disclosed: number;
  of: number;
};

export function toTotal(
  { min, max, disclosure, disclosed, of }: TotalRow,
  currency: string | null,
): Total {
  return { currency, min, max, disclosure, disclosed, of };
}
