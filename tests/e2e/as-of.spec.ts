import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";

const golden = "/deals/takeda-hutchmed-fruquintinib-2023";

test("an analyst looks back from a deal to its company and the table, and returns to today", async ({
  page,
}) => {
  await page.goto(golden);
  await page.getByLabel("As it was on").fill("2023-02-01");
  await page.getByRole("button", { name: "Look back" }).click();
  await expect(page).toHaveURL(`${golden}?as_of=2023-02-01`);
  await expect(page.getByText("As of 1 Feb 2023.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Move…" })).toHaveCount(0);
  await expect(page.getByText("Pending close").first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await page.getByRole("link", { name: "HUTCHMED", exact: true }).first().click();
  await expect(page).toHaveURL("/companies/hutchmed?as_of=2023-02-01");
  await expect(page.getByText("As of 1 Feb 2023.")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Deals", exact: true }).click();
  await expect(page).toHaveURL(/\/deals\?as_of=2023-02-01/);
  await expect(page.getByRole("link", { name: "Log a deal" })).toHaveCount(0);

  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page.getByText("As of 1 Feb 2023.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Log a deal" })).toBeVisible();
});

test("a day to come is refused, and one before the announcement has no deal", async ({ page }) => {
  await page.goto(`${golden}?as_of=2099-01-01`);
  await expect(page.getByText("Nobody knows what will be")).toBeVisible();
  await page.goto("/deals?as_of=2099-01-01");
  await expect(page.getByText("Nobody knows what will be")).toBeVisible();
  const file = await page.request.get("/deals/export.csv?as_of=2099-01-01");
  expect(file.status()).toBe(400);
  await page.goto(`${golden}?as_of=2022-12-31`);
  await expect(page.getByText("This deal had not been announced by then")).toBeVisible();
});

test("an analyst amends the terms of a deal, and sees them at signing and now", async ({
  page,
}) => {
  await page.goto("/deals/huadong-scohia-sco-094-2021/edit");
  await page.getByRole("button", { name: "Amend the terms" }).click();
  const when = page.getByRole("group", { name: "Which payments does it change?" });
  await when.getByLabel(/^Milestone pool · 13,000,000/).check();
  await when.getByRole("button", { name: "Write its new terms" }).click();
  await page.getByLabel("On", { exact: true }).last().fill("2023-02");
  await page.getByLabel("Amount").nth(3).fill("20m");
  await page.getByRole("button", { name: "Save changes" }).click();
  const amended = page.getByRole("region", { name: "At signing and now" });
  await expect(amended).toContainText("up to $13,000,000");
  await expect(amended).toContainText("up to $20,000,000");
});
