import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { clientAddress } from "../client-address";
import { env } from "../env";
import { AppError } from "../errors";
import { log } from "../log";
import { overHttps } from "../request";
import { signInWithPassword } from "./commands";
import { findSignedIn } from "./queries";
import { ownPath } from "./rules";
import {
  credentials,
  type OidcProfile,
  oidcProfile,
  type SessionClaims,
  sessionClaims,
} from "./schema";
import { anonymousContext, sessionSeconds } from "./session";

/** Decides whether someone whom the provider vouches for may come in. Null: no. */
export type Admit = (profile: OidcProfile) => Promise<SessionClaims | null>;

export function oidcIsOffered(): boolean {
  return Boolean(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET);
}

/** For scripts and for OIDC; our own pages sign in and out by actions, with the same cookie. */
export function authOptions(admit: Admit): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: overHttps(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [password(), ...(oidcIsOffered() ? [oidc()] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const claims = await admitted(admit, profile);
        // The same object reaches the jwt callback.
        Object.assign(user, claims);
        return claims !== null;
      },
      jwt: ({ token, user }) => (user ? sessionClaims.parse(user) : token),
      async session({ session, token }) {
        const claims = sessionClaims.safeParse(token).data;
        const person = claims && (await findSignedIn(claims));
        const user = person && { name: person.name, email: person.email, role: person.role };
        return { expires: session.expires, ...(user && { user }) };
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
    },
    logger: {
      error: (code, metadata) => log.error({ code, err: causeOf(metadata) }, "next-auth failed"),
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

/** Next-auth would show the message of what is thrown in an address. */
async function admitted(admit: Admit, profile: unknown): Promise<SessionClaims | null> {
  try {
    return await admit(oidcProfile.parse(profile));
  } catch (error) {
    log.error({ err: error }, "signing in by OIDC failed");
    return null;
  }
}

function causeOf(metadata: Error | { error: Error }): Error {
  return metadata instanceof Error ? metadata : metadata.error;
}

function password() {
  return Credentials({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(raw) {
      const typed = credentials.safeParse(raw).data ?? { email: "", password: "" };
      const address = clientAddress(await headers(), env.TRUST_PROXY);
      try {
        return await signInWithPassword(anonymousContext(), typed, address);
      } catch (error) {
        if (error instanceof AppError && error.code === "UNAUTHENTICATED") return null;
        // Next-auth shows the message of what is thrown in the address of the error page.
        if (error instanceof AppError) throw new Error("Limited");
        log.error({ err: error }, "signing in failed");
        throw new Error("Default");
      }
    },
  });
}

function oidc(): OAuthConfig<OidcProfile> {
  return {
    id: "oidc",
    name: "OpenID Connect",
    type: "oauth",
    wellKnown: `${env.OIDC_ISSUER?.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub }) => ({ id: sub }),
  };
}
