import "server-only";
import { createHmac } from "node:crypto";
import * as z from "zod";
import { authorize, personIdOf } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { db } from "../../db";
import { env } from "../../env";
import { AppError, notFound } from "../../errors";
import { deliveryJob } from "../../history/announce/commands";
import { record } from "../../history/commands";
import type { Job } from "../../job";
import { postOutside } from "../../outbound";
import { sql } from "../../sql";
import { keptDays, mostAttempts, webhookLimit } from "./rules";
import type { NewWebhook, WebhookId } from "./schema";

/** Worked out from the server's own secret, so that there is nothing to steal from the database. */
function secretOf(webhookId: string): string {
  const digest = createHmac("sha256", env.NEXTAUTH_SECRET).update(`webhook ${webhookId}`).digest();
  return `whsec_${digest.toString("base64url")}`;
}

/** The secret with which the receiver checks what it gets is in the answer, once. */
export async function createWebhook(
  ctx: Ctx,
  { url }: NewWebhook,
): Promise<{ id: string; secret: string }> {
  authorize(ctx.actor, "webhook.manage");
  const userId = personIdOf(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const working = await ctx.db.webhook.count({ where: { disabledAt: null } });
    if (working >= webhookLimit) {
      throw new AppError("LIMITED", "There are {maximum} webhooks: disable one first", {
        values: { maximum: webhookLimit },
      });
    }
    const { id } = await ctx.db.webhook.create({ data: { userId, url }, select: { id: true } });
    await recordWebhook(ctx, userId, { action: "create-webhook", before: null, after: url });
    return { id, secret: secretOf(id) };
  });
}

/** What waits to be sent is not sent any more. */
export async function disableWebhook(ctx: Ctx, { id }: WebhookId): Promise<void> {
  authorize(ctx.actor, "webhook.manage");
  await inTransaction(ctx, async (ctx) => {
    const webhook = await ctx.db.webhook.findUnique({ where: { id } });
    if (!webhook) throw notFound("Webhook");
    if (webhook.disabledAt) return;
    await ctx.db.webhook.update({ where: { id }, data: { disabledAt: new Date() } });
    const { userId, url } = webhook;
    await recordWebhook(ctx, userId, { action: "disable-webhook", before: url, after: null });
  });
}

type Told = { action: string; before: string | null; after: string | null };

function recordWebhook(ctx: Ctx, entityId: string, { action, ...change }: Told) {
  const changes = [{ path: "webhook", ...change }];
  return record(ctx, [{ entity: "USER", entityId, action, version: null, changes }]);
}

const changed = z.array(
  z.object({
    entity: z.enum(["DEAL", "COMPANY", "ASSET"]),
    id: z.string(),
    action: z.string(),
    version: z.number().nullable(),
  }),
);
const paths = { DEAL: "deals", COMPANY: "companies", ASSET: "assets" };

/** What a receiver gets: each change with the address of its record, null where that is gone. */
async function bodyOf(delivery: { id: string; at: Date; changes: unknown }): Promise<string> {
  const changes = changed.parse(delivery.changes);
  const ids = changes.map(({ id }) => id);
  const rows = await sql<{ id: string; slug: string }[]>`
    SELECT id, slug FROM deal WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, slug FROM company WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, slug FROM asset WHERE id = ANY (${ids}::uuid[])`;
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const addressed = changes.map((change) => {
    const slug = slugs.get(change.id) ?? null;
    const path = `/api/v1/${paths[change.entity]}/${slug}`;
    return { ...change, slug, url: slug && new URL(path, env.NEXTAUTH_URL).href };
  });
  const { id, at } = delivery;
  return JSON.stringify({ id, at: at.toISOString(), changes: addressed });
}

/** `t=<seconds>,v1=<hex>`: the HMAC-SHA256 of the time, a full stop and the body, under the webhook's secret. */
export function signatureOf(webhookId: string, body: string, seconds: number): string {
  const signed = createHmac("sha256", secretOf(webhookId)).update(`${seconds}.${body}`);
  return `t=${seconds},v1=${signed.digest("hex")}`;
}

const payload = z.object({ id: z.uuid() });

/** Sends one delivery; it is tried again, later each time, until it is taken or has been tried often enough. */
export const webhookJob: Job<typeof payload> = {
  name: deliveryJob,
  payload,
  async run({ id }) {
    const delivery = await db.webhookDelivery.findUnique({
      where: { id },
      include: { webhook: true },
    });
    if (!delivery || delivery.deliveredAt || delivery.webhook.disabledAt) return;
    if (delivery.attempts >= mostAttempts) return;
    const { status, problem } = await sent(delivery);
    await db.webhookDelivery.update({
      where: { id },
      data: {
        ...{ attempts: { increment: 1 }, status, problem },
        ...(problem === null && { deliveredAt: new Date() }),
      },
    });
    const old = new Date(Date.now() - keptDays * 24 * 60 * 60 * 1000);
    await db.webhookDelivery.deleteMany({
      where: { webhookId: delivery.webhookId, at: { lt: old } },
    });
    if (problem !== null && delivery.attempts + 1 < mostAttempts) throw new Error(problem);
  },
};

type Sendable = { id: string; at: Date; changes: unknown; webhook: { id: string; url: string } };

async function sent(
  delivery: Sendable,
): Promise<{ status: number | null; problem: string | null }> {
  const { id, webhook } = delivery;
  const body = await bodyOf(delivery);
  const signature = signatureOf(webhook.id, body, Math.floor(Date.now() / 1000));
  const headers = { "kakehashi-signature": signature, "kakehashi-delivery": id };
  try {
    const status = await postOutside(
      { url: webhook.url, body, headers },
      { inside: env.WEBHOOK_PRIVATE },
    );
    const taken = status >= 200 && status < 300;
    return { status, problem: taken ? null : `The receiver answered ${status}` };
  } catch (error) {
    return { status: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
