import "server-only";
import { v7 as uuid } from "uuid";
import type { EntityKind } from "@/prisma/generated/enums";
import type { Ctx } from "../../context";
import { addJob } from "../../job";

/** The name of the job that sends a delivery; its payload is the delivery's id. */
export const deliveryJob = "send-webhook";

const told: readonly EntityKind[] = ["DEAL", "COMPANY", "ASSET"];

type Entry = { entity: EntityKind; entityId: string; action: string; version: number | null };

/** Part of recording: asks for each webhook to be told, in the caller's transaction, of what it changes. */
export async function announce(ctx: Ctx, entries: readonly Entry[]): Promise<void> {
  const changes = entries
    .filter(({ entity }) => told.includes(entity))
    .map(({ entity, entityId: id, action, version }) => ({ entity, id, action, version }));
  if (changes.length === 0) return;
  const webhooks = await ctx.db.webhook.findMany({
    select: { id: true },
    where: { disabledAt: null },
  });
  for (const { id: webhookId } of webhooks) {
    const id = uuid();
    await ctx.db.webhookDelivery.create({ data: { id, webhookId, at: new Date(), changes } });
    await addJob(ctx, deliveryJob, { id });
  }
}
