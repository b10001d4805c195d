/** The id under which the server logged what failed: Next's digest, nothing of the error itself. */
export function errorReference(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
