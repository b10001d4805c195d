import type { DeliveryState } from "./rules";

export type Delivery = {
  id: string;
  /** Instant, ISO. */
  at: string;
  changes: number;
  attempts: number;
  state: DeliveryState;
  /** What the receiver answered, or what stood in the way. */
  answer: string | null;
};

export type WebhookItem = {
  id: string;
  url: string;
  owner: string;
  createdAt: string;
  disabled: boolean;
  /** The latest ones, newest first. */
  deliveries: Delivery[];
};
