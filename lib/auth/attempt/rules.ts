/** Wrong passwords for one account from one address, after which that pair must wait. */
export const wrongPasswordsAllowed = 10;
export const lockSeconds = 15 * 60;

/** How long wrong passwords are remembered while no lock is on. */
export const memorySeconds = 60 * 60;

/**
 * Milliseconds an attempt waits, by the wrong passwords for the account from all addresses together.
 * It slows who guesses from many places, and never shuts the owner out.
 */
export function slowdown(wrongPasswords: number): number {
  return Math.min(Math.max(wrongPasswords - 20, 0) * 100, 3000);
}
