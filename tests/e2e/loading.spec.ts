import { expect } from "@playwright/test";
import { test } from "../support/browser";

declare global {
  interface Window {
    shifted: number;
  }
}

test("nothing that is seen moves while a page comes", async ({ page }) => {
  await page.addInitScript(() => {
    window.shifted = 0;
    const watch = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry && typeof entry.value === "number") window.shifted += entry.value;
      }
    });
    watch.observe({ type: "layout-shift", buffered: true });
  });
  for (const address of ["/", "/companies/takeda", "/companies/hutchmed"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expect(page.getByText("Loading …")).toHaveCount(0);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.shifted), address).toBeLessThan(0.01);
  }
});

test("the title comes with its page", async ({ page }) => {
  for (const [address, title] of [
    ["/assets/fruquintinib", "fruquintinib"],
    ["/companies/hutchmed", "HUTCHMED"],
  ] as const) {
    const html = await (await page.request.get(address)).text();
    expect(html.slice(0, html.indexOf("</head>"))).toContain(`<title>${title} · Kakehashi</title>`);
  }
});

test("what streams does not hide that there is no such record", async ({ page }) => {
  expect((await page.goto("/companies/nobody"))?.status()).toBe(404);
});
