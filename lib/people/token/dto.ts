import { accessOf, type TokenAccess } from "./rules";

/** What is known of a token after it was shown. Instants are ISO. */
export type Token = {
  id: string;
  name: string;
  /** Whose it is, by name. */
  owner: string;
  own: boolean;
  access: TokenAccess;
  state: "ACTIVE" | "EXPIRED" | "REVOKED";
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};

export const tokenSelect = {
  id: true,
  userId: true,
  name: true,
  scopes: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  createdAt: true,
  user: { select: { name: true } },
} as const;

export type TokenRow = {
  id: string;
  userId: string;
  name: string;
  scopes: string[];
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  createdAt: Date;
  user: { name: string };
};

export function toToken(row: TokenRow, reader: string, now: Date): Token {
  const expired = row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id,
    name: row.name,
    owner: row.user.name,
    own: row.userId === reader,
    access: accessOf(row.scopes),
    state: row.revokedAt ? "REVOKED" : expired ? "EXPIRED" : "ACTIVE",
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
