import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { announcements } from "../support/announcements";
import { test } from "../support/browser";
import { takeBackDeal } from "../support/take-back";

const text = announcements().find(({ name }) => name.startsWith("en-02"))?.text ?? "";

test("an announcement becomes a deal: pasted, weighed by keyboard, filled in, with its claims", async ({
  page,
  site,
}, info) => {
  await page.request.delete("/api/drafts?form=deals/new", {
    headers: { "sec-fetch-site": "same-origin" },
  });
  await page.goto("/deals/new");
  await page.getByRole("link", { name: "From an announcement" }).click();
  await page.getByLabel("Text of the announcement").fill(text);
  await page.getByRole("button", { name: "Read the text" }).click();

  const list = page.getByRole("region", { name: "What it says" });
  await expect(list.getByText("Astellas Pharma · Licensee")).toBeVisible();
  await expect(page.locator("mark").filter({ hasText: "USD 130 million" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.screenshot({ path: info.outputPath("review-1440.png"), fullPage: true });

  await list.getByRole("button", { name: /outright/ }).click();
  await list.getByRole("button", { name: /^Accept – Territory/ }).focus();
  await page.keyboard.press("r");
  await expect(list.getByRole("button", { name: /^Reject – Territory/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("a");
  await page.getByLabel("Address").fill("https://example.com/astellas-evopoint");
  await page.getByRole("button", { name: /^Fill the form/ }).click();

  await expect(page.getByRole("combobox", { name: "Company", exact: true }).first()).toHaveValue(
    /Evopoint/,
  );
  await expect(page.getByRole("region", { name: "Money" })).toContainText("$130,000,000");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const save = page.getByRole("button", { name: /^Save/ }).first();
  await save.click();
  await expect(page.getByText(/may be in the catalogue|likely duplicate/i).first()).toBeVisible();
  await save.click();
  await expect(page).toHaveURL(/\/deals\/(?!new)/);
  await expect(page.getByRole("link", { name: /example\.com/ }).first()).toHaveAttribute(
    "href",
    "https://example.com/astellas-evopoint",
  );
  await takeBackDeal(site, new URL(page.url()).pathname.split("/").at(-1) ?? "");
});

test("at the width of a telephone the list stands below the text", async ({ page }, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/deals/new?from=text");
  await page.getByLabel("Text of the announcement").fill(text);
  await page.getByRole("button", { name: "Read the text" }).click();
  await expect(page.getByRole("region", { name: "What it says" })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.screenshot({ path: info.outputPath("review-390.png"), fullPage: true });
});
