import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { WebhookItem } from "./dto";
import { shownDeliveries, stateOf } from "./rules";

/** Every webhook with its latest deliveries, newest first. */
export async function listWebhooks(ctx: Ctx): Promise<WebhookItem[]> {
  authorize(ctx.actor, "webhook.manage");
  const rows = await ctx.db.webhook.findMany({
    select: {
      ...{
        id: true,
        url: true,
        disabledAt: true,
        createdAt: true,
        user: { select: { name: true } },
      },
      deliveries: { orderBy: { id: "desc" }, take: shownDeliveries },
    },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, url, disabledAt, createdAt, user, deliveries }) => ({
    ...{ id, url, owner: user.name, createdAt: createdAt.toISOString() },
    disabled: disabledAt !== null,
    deliveries: deliveries.map((one) => ({
      ...{ id: one.id, at: one.at.toISOString(), attempts: one.attempts, state: stateOf(one) },
      changes: Array.isArray(one.changes) ? one.changes.length : 0,
      answer: one.problem ?? (one.status === null ? null : String(one.status)),
    })),
  }));
}
