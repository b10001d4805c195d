import { expect } from "@playwright/test";
import { accounts, password } from "../support/accounts";
import { test } from "../support/browser";

test.describe("a stranger", () => {
  test.use({ as: "stranger" });

  test("is led to the sign-in page, and from there to the page asked for", async ({ page }) => {
    await page.goto("/settings/password");
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
    await page.locator("input[name=email]").fill(accounts.analyst.email);
    await page.locator("input[name=password]").fill(password);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/settings\/password$/);
  });
});

test("an analyst may not see the people of the house", async ({ page }) => {
  const answer = await page.goto("/settings/people");
  expect(answer?.status()).toBe(403);
});

test.describe("an administrator", () => {
  test.use({ as: "admin" });

  test("sees the people of the house", async ({ page }) => {
    const answer = await page.goto("/settings/people");
    expect(answer?.status()).toBe(200);
    await expect(page.getByText(accounts.viewer.email)).toBeVisible();
  });
});
