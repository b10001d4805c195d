import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientAddress, watchPeerAddresses } from "@/lib/client-address";

let origin = "";
const server = createServer((request, response) => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const proxies = Number(request.headers["x-test-proxies"]);
  response.end(clientAddress(headers, proxies));
});

beforeAll(async () => {
  watchPeerAddresses();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server has no port");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

async function seenAs(proxies: number, forwarded?: string): Promise<string> {
  const headers = {
    "x-test-proxies": String(proxies),
    ...(forwarded && { "x-forwarded-for": forwarded }),
  };
  return (await fetch(origin, { headers })).text();
}

test("without a proxy of ours, the caller is whoever holds the connection, whatever it claims", async () => {
  expect(await seenAs(0)).toBe("127.0.0.1");
  expect(await seenAs(0, "203.0.113.9")).toBe("127.0.0.1");
});

test("behind one proxy, the address that it appended counts and what stands before it does not", async () => {
  expect(await seenAs(1, "203.0.113.9")).toBe("203.0.113.9");
  expect(await seenAs(1, "10.0.0.1, 198.51.100.7, 203.0.113.9")).toBe("203.0.113.9");
});

test("behind two proxies, the second from the right counts", async () => {
  expect(await seenAs(2, "1.1.1.1, 203.0.113.9, 10.0.0.2")).toBe("203.0.113.9");
});

test("a proxy that says nothing leaves its own address", async () => {
  expect(await seenAs(1)).toBe("127.0.0.1");
});

test("an IPv6 network counts as one", async () => {
  expect(await seenAs(1, "2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(await seenAs(1, "2001:db8:1:2::77")).toBe("2001:db8:1:2");
  expect(await seenAs(1, "2001:db8::1")).toBe("2001:db8:0:0");
  expect(await seenAs(1, "::ffff:203.0.113.9")).toBe("203.0.113.9");
});
