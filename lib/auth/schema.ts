import * as z from "zod";

/** The one spelling of an e-mail address in the database: trimmed, lower case. */
export const emailAddress = z
  .string({ error: "Give an e-mail address" })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "Give an e-mail address" }).max(254, { error: "Give an e-mail address" }));

/** Length is the only rule: it is what makes a password hard to guess. */
export const newPassword = z
  .string({ error: "Choose a password" })
  .min(12, { error: "Use 12 characters or more" })
  .max(200, { error: "Use 200 characters or fewer" });

/** What a sign-in form sends. Deliberately loose: a wrong shape gets the answer of a wrong password. */
export const credentials = z.object({
  email: z.string().max(1000).default(""),
  password: z.string().max(1000).default(""),
});
export type Credentials = z.output<typeof credentials>;

/** What a session cookie carries: who, and the number that ends it. Rights are never in it. */
export const sessionClaims = z.object({ id: z.uuid(), sessionVersion: z.int() });
export type SessionClaims = z.output<typeof sessionClaims>;

/** What an OIDC provider says of somebody. */
export const oidcProfile = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});
export type OidcProfile = z.output<typeof oidcProfile>;
