import { expect, type Page } from "@playwright/test";

/** A company of the test's own, made through its form; the answer is its address. */
export async function newCompany(page: Page, name: string): Promise<string> {
  await page.request.delete("/api/drafts?form=companies/new", {
    headers: { "sec-fetch-site": "same-origin" },
  });
  await page.goto("/companies/new");
  await page.getByLabel(/^Name/).first().fill(name);
  await page.getByLabel(/^Country/).selectOption("JP");
  await page.getByLabel(/^Kind/).selectOption("BIOTECH");
  await page.getByRole("button", { name: "Save company" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}
