import * as z from "zod";
import { emailAddress, newPassword } from "../auth/schema";

export const role = z.enum(["VIEWER", "ANALYST", "ADMIN"], { error: "Choose a role" });

/** What a person is called here. */
export const personName = z
  .string({ error: "Give a name" })
  .trim()
  .min(1, { error: "Give a name" })
  .max(120, { error: "Use 120 characters or fewer" })
  // Controls, and marks that turn the direction of the text around them.
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, {
    error: "A name can't hold control characters",
  });

export const invitation = z.strictObject({ email: emailAddress, name: personName, role });
export type Invitation = z.output<typeof invitation>;

export const personId = z.strictObject({ id: z.uuid() });
export type PersonId = z.output<typeof personId>;

export const roleChange = z.strictObject({ id: z.uuid(), role });
export type RoleChange = z.output<typeof roleChange>;

export const passwordChange = z.strictObject({
  current: z.string({ error: "Give your present password" }).min(1).max(1000),
  password: newPassword,
});
export type PasswordChange = z.output<typeof passwordChange>;

/** The secret of a one-time link: 32 random bytes in base64url. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

export const linkAcceptance = z.strictObject({ token: linkToken, password: newPassword });
export type LinkAcceptance = z.output<typeof linkAcceptance>;

/** ADMIN_PASSWORD is the operator's own choice and is taken as it is, within reason. */
export const firstAdministrator = z.strictObject({
  email: emailAddress,
  password: z
    .string()
    .min(8, { error: "ADMIN_PASSWORD needs 8 characters or more" })
    .max(200, { error: "Use 200 characters or fewer" })
    .optional(),
});
export type FirstAdministrator = z.input<typeof firstAdministrator>;
