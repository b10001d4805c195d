import type { DealType, Stage } from "@/prisma/generated/enums";
import type { Total } from "../../money/rules";
import { type TotalRow, toTotal } from "../../money/total/dto";

/** What deals can be told apart by. A deal of several values (two countries of a side, two types) counts with each. */
export type Cut = {
  year: number;
  /** A country of the giving side, of the taking side; null where the side is empty. */
  from: string | null;
  to: string | null;
  type: DealType;
  /** null where nobody says. */
  stage: Stage | null;
};

/** A total in US dollars, and how many more deals say an amount that has no rate. */
export type Dollars = { total: Total; unrated: number };

/** The deals of a group. `paid` is what is known to be paid, in US dollars, by how many of them. */
export type DealSum<By extends keyof Cut> = Pick<Cut, By> & {
  deals: number;
  conflicts: number;
  unverified: number;
  upfront: Dollars;
  headline: Dollars;
  paid: { amount: string | null; disclosed: number };
};

type DollarsRow = TotalRow & { unrated: number };

export type DealSumRow = Partial<Cut> & {
  deals: number;
  conflicts: number;
  unverified: number;
  upfront: DollarsRow;
  headline: DollarsRow;
  paid: string | null;
  paid_disclosed: number;
};

export function toDealSum<By extends keyof Cut>(row: DealSumRow): DealSum<By> {
  const { upfront, headline, paid, paid_disclosed, ...rest } = row;
  return asCutBy<By>({
    ...rest,
    upfront: toDollars(upfront),
    headline: toDollars(headline),
    paid: { amount: paid, disclosed: paid_disclosed },
  });
}

/** The statement selects each of the cuts that were asked for. */
function asCutBy<By extends keyof Cut>(sum: Partial<Cut> & Omit<DealSum<never>, never>) {
  return sum as DealSum<By>;
}

function toDollars({ unrated, ...total }: DollarsRow): Dollars {
  return { total: toTotal(total, "USD"), unrated };
}
