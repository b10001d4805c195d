import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { Picked } from "../edit/rules";
import { loadDealDocs } from "../queries";
import type { DealDoc } from "../schema";
import { type JudgedPayment, judgePayments, judgeTrigger } from "./rules";
import type { PaymentEdit } from "./schema";

/** The deals of these payments, found by a payment's id; of one that is withdrawn or gone, none. */
export async function loadDealsOf(
  ctx: Ctx,
  termIds: readonly string[],
): Promise<(termId: string) => DealDoc | undefined> {
  authorize(ctx.actor, "catalogue.read");
  const terms = await ctx.db.paymentTerm.findMany({
    select: { id: true, dealId: true },
    where: { id: { in: [...termIds] }, deal: { withdrawnAt: null } },
  });
  const docs = await loadDealDocs(ctx, [...new Set(terms.map(({ dealId }) => dealId))]);
  const dealIds = new Map(terms.map(({ id, dealId }) => [id, dealId]));
  return (termId) => docs.get(dealIds.get(termId) ?? "");
}

/** What the edit would do to these payments, as the person saw them. */
export async function judgeMoves(
  ctx: Ctx,
  picks: readonly Picked[],
  edit: PaymentEdit,
): Promise<JudgedPayment[]> {
  const dealOf = await loadDealsOf(
    ctx,
    picks.map(({ id }) => id),
  );
  return judgePayments(picks, dealOf, (term) => judgeTrigger(edit, term));
}
