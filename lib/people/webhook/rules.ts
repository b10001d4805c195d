/** How long a signature is good, in seconds: what is sent again later by somebody else is refused. */
export const signatureSeconds = 300;

/** How often a delivery is tried: the last time three days after the first. */
export const mostAttempts = 12;

/** How many deliveries of a webhook are shown. */
export const shownDeliveries = 20;

/** How many days a delivery is kept. */
export const keptDays = 30;

/** How many webhooks there may be. */
export const webhookLimit = 20;

export type DeliveryState = "DELIVERED" | "WAITING" | "GIVEN_UP";

export function stateOf(delivery: { deliveredAt: Date | null; attempts: number }): DeliveryState {
  if (delivery.deliveredAt) return "DELIVERED";
  return delivery.attempts >= mostAttempts ? "GIVEN_UP" : "WAITING";
}
