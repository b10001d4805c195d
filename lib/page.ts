import "server-only";
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
