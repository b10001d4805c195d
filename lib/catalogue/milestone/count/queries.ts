import "server-only";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { type PaymentState, paymentStates } from "../../../payment/rules";
import { sql } from "../../../sql";
import { whileUnchanged } from "../../../unchanged";
import { dueCondition, milestoneCondition, milestoneTables } from "../filter/queries";
import { type Due, dues, type MilestoneFilter } from "../schema";

export type PartyCount = { slug: string; name: string; payments: number };

/** How many payments each tab would list: what else is asked for stays, the tabs' own keys go. */
export type MilestoneCounts = {
  all: number;
  due: Record<Due, number>;
  state: Partial<Record<PaymentState, number>>;
  payer: PartyCount[];
  payee: PartyCount[];
};

/** How many companies are named of each side, those of the most payments. */
const companiesShown = 12;

export async function countMilestones(ctx: Ctx, filter: MilestoneFilter): Promise<MilestoneCounts> {
  authorize(ctx.actor, "catalogue.read");
  const { sort: _s, after: _a, place: _p, limit: _l, tab: _t, ...rows } = filter;
  const today = new Date().toISOString().slice(0, 10);
  return whileUnchanged(`milestone tabs ${today} ${JSON.stringify(rows)}`, async () => {
    const [standing, payer, payee] = await Promise.all([
      countStanding({ ...rows, state: undefined, due: undefined }),
      countParties("payer", { ...rows, payer: undefined }),
      countParties("payee", { ...rows, payee: undefined }),
    ]);
    return { ...standing, payer, payee };
  });
}

type StateRow = { state: PaymentState; count: number } & Record<Due, number>;

async function countStanding(filter: MilestoneFilter) {
  const columns = dues.map(
    (due) => sql`, count(*) FILTER (WHERE ${dueCondition(due)})::int AS ${sql(due)}`,
  );
  const rows = await sql<StateRow[]>`
    SELECT t.state, count(*)::int AS count ${columns}
    FROM ${milestoneTables()} WHERE ${milestoneCondition(filter)} GROUP BY t.state`;
  const sum = (of: (row: StateRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    all: sum(({ count }) => count),
    due: {
      owed: sum(({ owed }) => owed),
      overdue: sum(({ overdue }) => overdue),
      "this-quarter": sum((row) => row["this-quarter"]),
      "next-quarter": sum((row) => row["next-quarter"]),
      undated: sum(({ undated }) => undated),
    },
    state: Object.fromEntries(
      paymentStates.flatMap((state) => {
        const count = rows.find((row) => row.state === state)?.count;
        return count ? [[state, count]] : [];
      }),
    ),
  };
}

function countParties(side: "payer" | "payee", filter: MilestoneFilter): Promise<PartyCount[]> {
  const slug = sql(`${side}.slug`);
  return sql<PartyCount[]>`
    SELECT ${slug} AS slug, min(${sql(`${side}.name`)}) AS name, count(*)::int AS payments
    FROM ${milestoneTables()}
    WHERE ${milestoneCondition(filter)} AND ${slug} IS NOT NULL
    GROUP BY 1 ORDER BY 3 DESC, 2 LIMIT ${companiesShown}`;
}
