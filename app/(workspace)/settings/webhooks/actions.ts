"use server";

import type { WebhookState } from "@/components/webhook/webhook-form";
import { action, formAction } from "@/lib/action";
import * as webhooks from "@/lib/people/webhook/commands";
import { newWebhook, webhookId } from "@/lib/people/webhook/schema";

const make = formAction(newWebhook, webhooks.createWebhook);

export async function create(_previous: WebhookState, form: FormData): Promise<WebhookState> {
  const result = await make(null, form);
  const url = form.get("url");
  return { url: typeof url === "string" ? url : "", result };
}

export const disable = action(webhookId, webhooks.disableWebhook);
