import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import type { Actor, Ctx } from "../context";
import { db } from "../db";
import { env } from "../env";
import { AppError } from "../errors";
import { overHttps, pathHeader, sessionCookieName } from "../request";
import { findSignedIn, type SignedIn } from "./queries";
import { safeCallbackUrl } from "./rules";
import { type SessionClaims, sessionClaims } from "./schema";

/** Two weeks from signing in; using the site does not prolong it. */
export const sessionSeconds = 14 * 24 * 60 * 60;

const passwordPage = "/settings/password";

/** Who is signed in, or null. Read once a request, from the database. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  const claims = token ? await readToken(token) : null;
  return claims && findSignedIn(claims);
});

async function readToken(token: string): Promise<SessionClaims | null> {
  // Expired, cut short or made with another secret: all the same as none.
  const payload = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  return sessionClaims.safeParse(payload).data ?? null;
}

/**
 * The context of a page. Someone who is not signed in reads as anonymous where PUBLIC_READ is on, and
 * is sent to sign in elsewhere; a first password must be changed before anything else.
 */
export async function requireContext(): Promise<Ctx> {
  const person = await currentPerson();
  if (!person && !env.PUBLIC_READ) redirect(signInAddress(await currentPath()));
  if (person?.mustChangePassword && !(await currentPath()).startsWith(passwordPage)) {
    redirect(passwordPage);
  }
  return contextOf(person);
}

/** Sends a visitor to sign in and back to this page. For what anonymous readers may not see. */
export async function redirectToSignIn(): Promise<never> {
  redirect(signInAddress(await currentPath()));
}

/**
 * The context of an action or a route handler, which have no page to send anybody to.
 * @throws AppError UNAUTHENTICATED, or FORBIDDEN while a first password waits to be changed
 */
export async function requestContext(): Promise<Ctx> {
  const person = await currentPerson();
  if (!person && !env.PUBLIC_READ) throw new AppError("UNAUTHENTICATED", "Sign in first");
  if (person?.mustChangePassword) throw new AppError("FORBIDDEN", "Change your password first");
  return contextOf(person);
}

/** The context of the few actions that work before that: signing in, and changing the password. */
export async function openContext(): Promise<Ctx> {
  return contextOf(await currentPerson());
}

export function anonymousContext(): Ctx {
  return contextOf(null);
}

function contextOf(person: SignedIn | null): Ctx {
  const actor: Actor = person
    ? { kind: "user", id: person.id, name: person.name, role: person.role }
    : { kind: "anonymous" };
  return { actor, via: "UI", db };
}

async function currentPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? "/";
}

function signInAddress(from: string) {
  const back = safeCallbackUrl(from);
  return back === "/"
    ? ("/sign-in" as const)
    : (`/sign-in?callbackUrl=${encodeURIComponent(back)}` as const);
}

/** Puts a session into the visitor's browser. Only in an action or a route handler. */
export async function startSession(claims: SessionClaims): Promise<void> {
  const token = await encode({
    token: claims,
    secret: env.NEXTAUTH_SECRET,
    maxAge: sessionSeconds,
  });
  (await cookies()).set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: overHttps(),
    path: "/",
    maxAge: sessionSeconds,
  });
}

export async function endSession(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), secure: overHttps(), path: "/" });
}
