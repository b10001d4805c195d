import * as z from "zod";
import { webAddress } from "../../text";

export const newWebhook = z.strictObject({ url: webAddress });
export type NewWebhook = z.output<typeof newWebhook>;

export const webhookId = z.strictObject({ id: z.uuid() });
export type WebhookId = z.output<typeof webhookId>;
