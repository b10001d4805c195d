import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import readSheets from "read-excel-file/node";
import { test } from "../support/browser";

// A browser's own dialog for a file can't be answered from here; without it the page hands over a download.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker")),
);

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole("link", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toBeVisible();
  return dialog;
}

for (const [label, format] of [
  ["CSV", "csv"],
  ["Excel (XLSX)", "xlsx"],
  ["NDJSON", "ndjson"],
] as const) {
  test(`the companies of a filter are saved as ${label}, whole and with a receipt`, async ({
    page,
  }) => {
    const dialog = await open(page, "/companies?country=JP&sort=-name");
    const answer = await page.request.get(`/companies/export.csv?country=JP&sort=-name`);
    const rows = (await answer.text()).trim().split("\r\n").length - 1;
    await expect(dialog.getByText(`${rows} rows, as filtered and sorted`)).toBeVisible();
    await dialog.getByRole("radio", { name: label }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^companies_\\d{8}T\\d{4}Z\\.${format}$`),
    );
    const file = await readFile(await download.path());
    const sent = await page.request.get(`/companies/export.${format}?country=JP&sort=-name`);
    expect(file.equals(await sent.body())).toBe(true);
    await expect(dialog.getByText("The file is whole.")).toBeVisible();
    await expect(dialog.getByText(new RegExp(`^.*\\b${rows} rows · `))).toBeVisible();
    await expect(dialog.getByText(createHash("sha256").update(file).digest("hex"))).toBeVisible();
    await expect(dialog.getByText("The server’s receipt says the same.")).toBeVisible();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Save the receipt" }).click(),
    ]);
    const receipt = JSON.parse(await readFile(await saved.path(), "utf8"));
    expect(receipt).toMatchObject({ noun: "companies", format, rows, bytes: file.length });
    expect(receipt.filters).toEqual({ country: ["JP"], sort: ["-name"] });
  });
}

test("a download is stopped, and nothing is saved", async ({ page }) => {
  const dialog = await open(page, "/milestones");
  await page.route("**/milestones/export.csv*", () => {});
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Stop" }).click();
  await expect(dialog.getByRole("button", { name: "Download" })).toBeVisible();
});

test("a transfer that breaks is told, and tried again", async ({ page }) => {
  const dialog = await open(page, "/milestones?state=PAID");
  await page.route("**/milestones/export.csv*", (route) => route.abort("connectionreset"));
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByRole("alert")).toContainText("nothing was kept");
  await page.unroute("**/milestones/export.csv*");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Try again" }).click(),
  ]);
  expect((await readFile(await download.path(), "utf8")).split("\r\n").length).toBeGreaterThan(2);
});

test("what the server refuses is told in its words", async ({ page }) => {
  const dialog = await open(page, "/companies?typo=1");
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByRole("alert")).toContainText("typo: There is no such filter");
});

test("the keyboard opens it, stops it and comes back, and it is for everyone", async ({ page }) => {
  await page.goto("/companies");
  await page.getByRole("link", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("radio", { name: "CSV" })).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "Export" })).toBeFocused();
});

test("the deals of the screen are saved with the columns its address names", async ({ page }) => {
  const dialog = await open(page, "/deals?from=CN&columns=title&columns=upfront");
  await expect(dialog.getByText(/^\d+ rows, as filtered/)).toBeVisible();
  await dialog.getByRole("radio", { name: "Excel (XLSX)" }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download" }).click(),
  ]);
  const [sheet] = await readSheets(await readFile(await download.path()));
  expect(sheet?.data[0]?.slice(0, 4)).toEqual(["deal_id", "title", "currency", "upfront_min"]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same link is the CSV", async ({ page }) => {
    await page.goto("/companies?country=JP");
    const link = page.getByRole("link", { name: "Export" });
    await expect(link).toHaveAttribute("href", "/companies/export.csv?country=JP");
  });
});
