/** How long a new token may live, in days; "never" until it is revoked. */
export const tokenLives = ["30", "90", "365", "never"] as const;
export type TokenLife = (typeof tokenLives)[number];

/** A token that writes also reads what it wrote. */
export const tokenAccesses = ["read", "write"] as const;
export type TokenAccess = (typeof tokenAccesses)[number];

export const scopesOf = (access: TokenAccess): string[] =>
  access === "write" ? ["read", "write"] : ["read"];

export const accessOf = (scopes: readonly string[]): TokenAccess =>
  scopes.includes("write") ? "write" : "read";

export function expiryOf(life: TokenLife, now: Date): Date | null {
  return life === "never" ? null : new Date(now.getTime() + Number(life) * 24 * 60 * 60 * 1000);
}

/** How many tokens that work a person may have. */
export const tokenLimit = 50;

/** A use is noted once in so many minutes: a write for each would end what is kept while nothing is written. */
export const useNotedMinutes = 5;

const shape = /^kk_[\w-]{43}$/;

export const mayBeToken = (text: string) => shape.test(text);
