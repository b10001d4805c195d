import type { Actor, Role } from "../context";
import { AppError } from "../errors";

export const permissions = {
  "catalogue.read": "VIEWER",
  "catalogue.export": "VIEWER",
  "catalogue.write": "ANALYST",
  "catalogue.withdraw": "ANALYST",
  "catalogue.purge": "ADMIN",
  "catalogue.restore": "ADMIN",
  "rates.write": "ANALYST",
  "view.share": "ANALYST",
  "people.manage": "ADMIN",
  "webhook.manage": "ADMIN",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof permissions;

const rank: Record<Role, number> = { VIEWER: 0, ANALYST: 1, ADMIN: 2 };

/** Anonymous exists only where PUBLIC_READ opened reading, so it reads and exports like a viewer. */
export function may(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "script":
      return true;
    case "anonymous":
      return permissions[permission] === "VIEWER";
    case "user":
      return rank[actor.role] >= rank[permissions[permission]];
  }
}

/** The gate of every command and query. */
export function authorize(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return;
  if (actor.kind === "anonymous") throw new AppError("UNAUTHENTICATED", "Sign in first");
  throw new AppError("FORBIDDEN", "Your role does not allow this");
}

/** Whose own things are meant, such as views and tokens: a script and a stranger have none. */
export function personIdOf(actor: Actor): string {
  authorize(actor, "catalogue.read");
  if (actor.kind === "user") return actor.id;
  if (actor.kind === "anonymous") throw new AppError("UNAUTHENTICATED", "Sign in first");
  throw new AppError("FORBIDDEN", "Your role does not allow this");
}

const here = "http://here.invalid";

/** A path on this site, or "/" for anything that a browser could read as leading elsewhere. */
export function safeCallbackUrl(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/")) return "/";
  if (hasControlCharacter(wanted)) return "/";
  // Parsed as a browser would: "//evil", "/\evil" and their kin resolve to another origin.
  if (!URL.canParse(wanted, here)) return "/";
  const url = new URL(wanted, here);
  if (url.origin !== here) return "/";
  if (staysInDoubt(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The same for what may also be an address of our own origin in full. */
export function ownPath(wanted: string, origin: string): string {
  return safeCallbackUrl(wanted.startsWith(`${origin}/`) ? wanted.slice(origin.length) : wanted);
}

function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((c) => c < " " || c === "\u007f");
}

/** A second decoding, by a proxy say, must not turn the path into another origin either. */
function staysInDoubt(pathname: string): boolean {
  const leading = pathname.toLowerCase().replaceAll("%2f", "/").replaceAll("%5c", "\\");
  return /^\/[/\\]/.test(leading) || leading.includes("%25") || leading.startsWith("/sign-in");
}
