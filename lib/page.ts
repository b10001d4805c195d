import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forbidden, notFound } from "next/navigation";
import { redirectToSignIn } from "./auth/session";
import { AppError } from "./errors";

/**
 * For the record or the right that decides a page's status: NOT_FOUND becomes the 404 page, FORBIDDEN
 * the 403 page, UNAUTHENTICATED the way to sign in. Await it above every `<Suspense>`.
 */
export async function orInterrupt<T>(wanted: Promise<T>): Promise<T> {
  try {
    return await wanted;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "NOT_FOUND") notFound();
    if (error.code === "FORBIDDEN") forbidden();
    if (error.code === "UNAUTHENTICATED") return redirectToSignIn();
    throw error;
  }
}

const patience = 150;

/**
 * Waits a moment for what a page streams. What is fast comes with the head of its page; only what is slow is
 * waited for below, where its skeleton stands meanwhile. To await above the `<Suspense>`.
 */
export async function aMoment(work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(patience)]);
}
