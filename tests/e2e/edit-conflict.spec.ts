import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { pageOf, test } from "../support/browser";
import { newCompany } from "../support/records";

const save = (page: Page) => page.getByRole("button", { name: "Save changes" }).click();

const conflict = (page: Page) =>
  page.getByRole("region", { name: "Someone else saved this first" });

test("who saves second chooses field by field, and loses nothing", async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await newCompany(page, `Conflict Bio ${randomUUID().slice(0, 8)}`);
  const other = await pageOf(browser, "admin", baseURL ?? "");
  await page.goto(`${address}/edit`);
  await other.goto(`${address}/edit`);

  await other.getByLabel(/^City/).fill("Osaka");
  await other.getByLabel(/^Founded/).fill("1901");
  await save(other);
  await expect(other.getByText("Changes saved")).toBeVisible();

  await page.getByLabel(/^City/).fill("Kyoto");
  await page.getByLabel(/^Website/).fill("kyoto.example");
  await save(page);

  const panel = conflict(page);
  await expect(panel).toBeFocused();
  await expect(panel).toContainText("You both changed one thing");
  await expect(panel.getByRole("group", { name: "City" })).toContainText("Osaka");
  await expect(panel.getByRole("group", { name: "City" })).toContainText("Kyoto");
  await expect(panel).toContainText("Founded: 1901");
  await panel.getByRole("radio", { name: /Theirs/ }).check();
  await panel.getByRole("button", { name: "Save with these choices" }).click();

  await expect(page.getByText("Changes saved")).toBeVisible();
  await page.goto(`${address}/edit`);
  await expect(page.getByLabel(/^City/)).toHaveValue("Osaka");
  await expect(page.getByLabel(/^Founded/)).toHaveValue("1901");
  await expect(page.getByLabel(/^Website/)).toHaveValue("https://kyoto.example");
});

test("an edit that was kept as a draft still knows what it started from", async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await newCompany(page, `Drafted Bio ${randomUUID().slice(0, 8)}`);
  await page.goto(`${address}/edit`);
  await page.getByLabel(/^City/).fill("Kobe");
  await expect(page.getByRole("status").filter({ hasText: "Draft kept" })).toBeVisible();

  const other = await pageOf(browser, "admin", baseURL ?? "");
  await other.goto(`${address}/edit`);
  await other.getByLabel(/^Founded/).fill("1950");
  await save(other);
  await expect(other.getByText("Changes saved")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Someone saved this record since")).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await save(page);
  await expect(conflict(page)).toContainText("You changed different things");
  await page.getByRole("button", { name: "Save with these choices" }).click();
  await expect(page.getByText("Changes saved")).toBeVisible();
  await page.goto(`${address}/edit`);
  await expect(page.getByLabel(/^City/)).toHaveValue("Kobe");
  await expect(page.getByLabel(/^Founded/)).toHaveValue("1950");
});

test("what is typed outlives a server that does not answer", async ({ page }) => {
  const address = await newCompany(page, `Offline Bio ${randomUUID().slice(0, 8)}`);
  await page.goto(`${address}/edit`);
  await page.getByLabel(/^City/).fill("Nara");
  await page.route(`**${address}/edit`, (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 409 }) : route.continue(),
  );
  await save(page);
  const notice = page.getByRole("alert").filter({ hasText: "Nothing was saved" });
  await expect(notice).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Draft kept" })).toBeVisible();
  await page.unroute(`**${address}/edit`);
  await notice.getByRole("button", { name: "Reload the page" }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByLabel(/^City/)).toHaveValue("Nara");
});

test("a withdrawn record says so instead of offering its form", async ({ page }) => {
  const address = await newCompany(page, `Withdrawn Bio ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Withdraw…" }).click();
  await page.getByLabel("Reason").fill("A test");
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page.getByText("This company was withdrawn.")).toBeVisible();
  await page.goto(`${address}/edit`);
  await expect(page.getByText("This company was withdrawn.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save changes" })).toBeHidden();
});
