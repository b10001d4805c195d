import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The path with its escapes escaped once more where they are no text: an address like any other, of nothing. */
export function decodablePath(url: string): string {
  const [path = "", ...query] = url.split("?");
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}

const kept = globalThis as typeof globalThis & { kakehashiMendsAddresses?: boolean };

/**
 * Next answers 500 to an escape in a path that stands for no text, such as "/deals/%E0", and before our proxy
 * sees it. Called once, by instrumentation.ts: such an address then is what it should be, a 404.
 */
export function mendAddresses(): void {
  if (kept.kakehashiMendsAddresses) return;
  kept.kakehashiMendsAddresses = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = decodablePath(request.url ?? "/");
  });
}
