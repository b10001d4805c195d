import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";

const rows = [
  "Firm;Land;kind;city;founded",
  "Imported Labs;JP;biotech;Kobe;1999",
  "Imported Pharma;CN;Arzneimittel;Wuhan;1,9",
  "Imported Bio;JP;BIOTECH;Osaka;2001",
].join("\r\n");

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test("a spreadsheet of companies is mapped, previewed, written and taken back", async ({
  page,
}) => {
  await page.goto("/import");
  await accessible(page);
  await page
    .getByLabel("File", { exact: true })
    .last()
    .setInputFiles({ name: "firms.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await expect(page.getByRole("heading", { name: "Import of firms.csv" })).toBeVisible();
  await page.getByLabel("Rows are").selectOption("companies");
  await page.getByLabel("What the column Firm is here").selectOption("name");
  await page.getByLabel("What the column Land is here").selectOption("country");
  await accessible(page);
  await page.getByRole("button", { name: "Preview" }).click();

  await expect(page.getByText("2 new")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("1 rejected")).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Change how it is read" }).click();
  await page.getByLabel(/“Arzneimittel” in kind/).selectOption("PHARMA");
  await page.getByRole("button", { name: "Preview" }).click();

  await expect(page.getByText("3 new")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Write 3 rows" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Write 3 rows" }).click();
  await expect(page.getByText("3 rows written; 0 could not be.")).toBeVisible({ timeout: 20_000 });
  await accessible(page);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText(/3 records taken back/)).toBeVisible({ timeout: 20_000 });
});

test("what is no table is refused with its reason", async ({ page }) => {
  await page.goto("/import");
  const buffer = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1");
  await page
    .getByLabel("File", { exact: true })
    .last()
    .setInputFiles({ name: "deals.csv", mimeType: "text/csv", buffer });
  await expect(page.getByText("This is a PNG file, not a table in CSV or XLSX")).toBeVisible();
});
