import "server-only";
import { lookup } from "node:dns";
import { request as plainly } from "node:http";
import { request as safely } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

const inner = new BlockList();
for (const [network, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
  ] as const),
  ...([
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
  ] as const),
  ...([
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
]) {
  inner.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ...([
    ["::", 128],
    ["::1", 128],
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["100::", 64],
  ] as const),
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["fc00::", 7],
  ] as const),
  ...([
    ["fe80::", 10],
    ["fec0::", 10],
    ["ff00::", 8],
  ] as const),
]) {
  inner.addSubnet(network, prefix, "ipv6");
}

/** Whether an IP address is not of the open internet: this machine, a private network, a reserved range. */
export function isInner(address: string): boolean {
  // An IPv4 address in the clothes of IPv6 is judged as what it is, by the list itself.
  return inner.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

class Inner extends Error {
  override name = "Inner";
  constructor() {
    super("The address is of a private network");
  }
}

/** Looks a name up and gives only what may be reached: what is judged is what is connected to. */
const openLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "");
    if (addresses.some(({ address }) => isInner(address))) return done(new Inner(), "");
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    if (!first) return done(new Error("The name has no address"), "");
    return done(null, first.address, first.family);
  });
};

const patienceMs = 10_000;

type Sending = { url: string; body: string; headers: Record<string, string> };

/**
 * Sends JSON to an address that somebody typed, and gives the status. No redirect is followed, and nothing of the
 * answer is read. `inside` lets it reach private networks.
 * @throws what stood in the way, a private address included
 */
export function postOutside(
  { url, body, headers }: Sending,
  { inside }: { inside: boolean },
): Promise<number> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  // No name is looked up where an address stands.
  if (!inside && isIP(host) !== 0 && isInner(host)) return Promise.reject(new Inner());
  const send = protocol === "https:" ? safely : plainly;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: "POST",
      headers: {
        ...headers,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      },
      signal: AbortSignal.timeout(patienceMs),
      agent: false,
      ...(!inside && { lookup: openLookup }),
    });
    request.on("error", reject);
    request.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.end(body);
  });
}
