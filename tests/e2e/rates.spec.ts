import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";

test("an analyst adds a rate with its source, corrects it, and history tells", async ({ page }) => {
  await page.goto("/settings/rates");
  await page.getByLabel("To", { exact: false }).first().fill("TWD");
  await page.getByLabel("Day").fill("2024-11-22");
  await page.getByLabel("Rate", { exact: true }).fill("0");
  await page.getByLabel("Source").fill("A central bank, its page of the day");
  await page.getByRole("button", { name: "Add the rate" }).click();
  await expect(page.getByText("A rate is above 0")).toBeVisible();
  await expect(page.getByLabel("Rate", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("link", { name: "USD/TWD" })).toHaveCount(0);

  await page.getByLabel("Rate", { exact: true }).fill("32.5");
  await page.getByRole("button", { name: "Add the rate" }).click();
  await expect(page.getByText(/The rate is stored/)).toBeVisible();
  await page.getByRole("link", { name: "USD/TWD" }).click();
  await expect(page).toHaveURL("/settings/rates/TWD");

  const row = page.getByRole("row", { name: /2024-11-22/ });
  await row.locator("summary").click();
  await row.getByLabel("Rate").fill("32.6");
  await row.getByRole("button", { name: "Save the correction" }).click();
  await expect(row.getByRole("cell", { name: "32.6", exact: true })).toBeVisible();
  await expect(page.getByText("USD/TWD 2024-11-22").first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a deal's amounts are shown in dollars by a link, with the rate and its source", async ({
  page,
}) => {
  await page.goto("/deals/santen-remegen-rc28-e-2025");
  const money = page.getByRole("region", { name: "Promised against paid" });
  await expect(money.getByText("CN¥250M").filter({ visible: true }).first()).toBeVisible();
  await money.getByRole("link", { name: "USD at announcement" }).click();
  await expect(page).toHaveURL(/fx=announcement/);
  await expect(money.getByText("$35M").filter({ visible: true }).first()).toBeVisible();
  await expect(money.getByText(/1 CNY = 0\.14 USD, 2025-08-18 · .*Implied/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await money.getByRole("link", { name: "USD today" }).click();
  await expect(money.getByText("CN¥250M").filter({ visible: true }).first()).toBeVisible();
  await expect(
    money
      .getByText(/no rate/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test("the table and the payments carry the choice in their address, and say what has no rate", async ({
  page,
}) => {
  await page.goto("/deals?currency=JPY&fx=announcement");
  await expect(page.getByText("no rate").filter({ visible: true }).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto("/milestones?currency=CNY&fx=announcement");
  await expect(page.getByText("$35M").filter({ visible: true }).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
