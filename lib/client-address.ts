import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * Next hides the socket, and a header is whatever the sender wrote. So the address of the peer is
 * written, as each request arrives, into a header whose name nobody outside this process knows.
 */
const kept = globalThis as typeof globalThis & { kakehashiPeerHeader?: string };

/** Called once, by instrumentation.ts, before the first request is answered. */
export function watchPeerAddresses(): void {
  if (kept.kakehashiPeerHeader) return;
  const header = `x-peer-${randomUUID()}`;
  kept.kakehashiPeerHeader = header;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = request.socket.remoteAddress;
  });
}

/**
 * The first hop that is not ours. `proxies` is how many proxies of ours stand before the server: each
 * appends the address it was called from to X-Forwarded-For, so only that many entries, counted from
 * the right, are true. What stands further left was written by the visitor.
 */
export function clientAddress(headers: Headers, proxies: number): string {
  const peer = kept.kakehashiPeerHeader && headers.get(kept.kakehashiPeerHeader);
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const hops = [...forwarded.filter(Boolean), peer || "unknown"];
  return network(hops[Math.max(hops.length - 1 - proxies, 0)] ?? "unknown");
}

/** One IPv6 household has 2^64 addresses: its /64 counts as one. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:/, "").slice(0, 45);
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing =
    tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill("0"), ...(tail ?? "").split(":")]
    .slice(0, 4)
    .join(":");
}
