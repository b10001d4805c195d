import "server-only";
import { authorize } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { saveDeals } from "../commands";
import type { Picked } from "../edit/rules";
import { judgeMoves, loadDealsOf } from "./queries";
import { type JudgedPayment, judgePayments, judgeUndo, movedDeals } from "./rules";
import type { PaymentEdit } from "./schema";

/**
 * Moves these payments, all or none, each deal saved as its form would save it. One that took a step since it was
 * seen, or that the machine or its deal's rules keep where it is, is skipped and says why.
 */
export async function movePayments(
  ctx: Ctx,
  picks: readonly Picked[],
  edit: PaymentEdit,
): Promise<JudgedPayment[]> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    await lockDealsOf(ctx, picks);
    const judged = await judgeMoves(ctx, picks, edit);
    await saveDeals(ctx, movedDeals(judged));
    return judged;
  });
}

/** Takes the last step of each back by a step of its own. */
export async function takeBackPayments(
  ctx: Ctx,
  picks: readonly Picked[],
): Promise<JudgedPayment[]> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    await lockDealsOf(ctx, picks);
    const dealOf = await loadDealsOf(
      ctx,
      picks.map(({ id }) => id),
    );
    const judged = judgePayments(picks, dealOf, judgeUndo);
    await saveDeals(ctx, movedDeals(judged));
    return judged;
  });
}

/** Puts other writers of these payments' deals in a line behind this transaction. */
async function lockDealsOf(ctx: Ctx, picks: readonly Picked[]) {
  const ids = picks.map(({ id }) => id);
  await ctx.db.$queryRaw`
    SELECT count(*) FROM (SELECT FROM deal WHERE id IN (
      SELECT deal_id FROM payment_term WHERE id = ANY (${ids}::uuid[])
    ) ORDER BY id FOR NO KEY UPDATE) AS locked`;
}
