import type { Role } from "../context";

export const linkHours = 24;

type Standing = { disabledAt: Date | null; hasPassword: boolean; hasIdentity: boolean };

export type PersonState = "ACTIVE" | "WAITING" | "DISABLED";

/** WAITING: for a link to be used; has neither a password nor an identity at a provider. */
export function stateOf(person: Standing): PersonState {
  if (person.disabledAt) return "DISABLED";
  return person.hasPassword || person.hasIdentity ? "ACTIVE" : "WAITING";
}

type Administrator = { id: string; state: PersonState };

/** Someone who can sign in as ADMIN must remain; an invitation that waits does not count. */
export function leavesAdministrator(administrators: Administrator[], without: string): boolean {
  return administrators.some(({ id, state }) => id !== without && state === "ACTIVE");
}

/** The password must not be the one word about the account that everybody knows. */
export function isOwnEmail(password: string, email: string): boolean {
  return password.trim().toLowerCase() === email;
}

/** Whether an OIDC sign-in by this e-mail may come in. No list lets nobody in. */
export function domainIsAllowed(email: string, allowed: readonly string[]): boolean {
  return allowed.includes(email.slice(email.lastIndexOf("@") + 1));
}

export const roles: readonly Role[] = ["VIEWER", "ANALYST", "ADMIN"];
