import { expect } from "@playwright/test";
import { test } from "../support/browser";

test.use({ as: "stranger" });

for (const address of ["/api/health", "/api/ready"]) {
  test(`${address} answers anybody and is never kept`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("no-store");
  });
}
