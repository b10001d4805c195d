import "server-only";
import * as z from "zod";
import { sql } from "../sql";
import type { SessionClaims } from "./schema";

const signedIn = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["VIEWER", "ANALYST", "ADMIN"]),
  mustChangePassword: z.boolean(),
});

/** The person behind a live session, as the database knows them now. */
export type SignedIn = z.output<typeof signedIn>;

/**
 * Null when the person is gone or disabled, or when the session was ended.
 * Every request pays for this read, so it takes the short way to the database.
 */
export async function findSignedIn(claims: SessionClaims): Promise<SignedIn | null> {
  const [row] = await sql`
    select id, name, email, role, must_change_password as "mustChangePassword"
    from app_user
    where id = ${claims.id} and session_version = ${claims.sessionVersion} and disabled_at is null`;
  return row ? signedIn.parse(row) : null;
}
