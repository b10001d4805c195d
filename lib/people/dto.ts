import type { Role } from "../context";
import { type PersonState, stateOf } from "./rules";

export type Person = {
  id: string;
  email: string;
  name: string;
  role: Role;
  state: PersonState;
  /** Instant, ISO. */
  lastSignInAt: string | null;
  createdAt: string;
};

/** The hash is read for its presence only, and stays on the server. */
export const personSelect = {
  id: true,
  email: true,
  name: true,
  role: true,
  passwordHash: true,
  disabledAt: true,
  lastSignInAt: true,
  createdAt: true,
  identities: { select: { id: true }, take: 1 },
} as const;

export type PersonRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  disabledAt: Date | null;
  lastSignInAt: Date | null;
  createdAt: Date;
  identities: { id: string }[];
};

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    state: standing(row),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function standing(row: Pick<PersonRow, "disabledAt" | "passwordHash" | "identities">) {
  return stateOf({
    disabledAt: row.disabledAt,
    hasPassword: row.passwordHash !== null,
    hasIdentity: row.identities.length > 0,
  });
}
