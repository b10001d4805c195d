import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";

const palette = (page: Page) => page.getByRole("dialog", { name: "Find anything" });
const sheet = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

/** The page once its keys work. */
async function open(page: Page, address: string) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).click();
}

async function violations(page: Page) {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

test("the palette finds a record in any script and opens it by keyboard alone", async ({
  page,
}) => {
  await open(page, "/");
  await page.keyboard.press("Control+k");
  const field = palette(page).getByRole("combobox");
  await expect(field).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await field.fill("武田藥品");
  const first = palette(page).getByRole("option").first();
  await expect(first).toContainText("Takeda");
  await expect(first.locator("[lang=ja]")).toHaveText("武田薬品工業");
  await expect(first).toHaveAttribute("aria-selected", "true");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/companies/takeda");
  await expect(palette(page)).toBeHidden();

  await page.keyboard.press("Control+k");
  await expect(palette(page).getByText("Recently opened")).toBeVisible();
  await expect(palette(page).getByRole("option").first()).toContainText("Takeda");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
});

test("a typing error is forgiven, and told", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill("fruqintinib");
  await expect(palette(page).getByRole("option").first()).toContainText("fruquintinib");
  await expect(palette(page).getByRole("status")).toContainText("“fruquintinib”");
});

test("the palette asks once for what is typed", async ({ page }) => {
  await open(page, "/");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(request.url());
  });
  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill("takeda");
  await expect(palette(page).getByRole("option").first()).toContainText("Takeda");
  expect(asked).toHaveLength(1);
});

test("the palette acts: a page, a language, a search of the deals", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill("milest");
  await palette(page)
    .getByRole("option", { name: /^Milestones/ })
    .click();
  await expect(page).toHaveURL("/milestones");

  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill("pd-1");
  await palette(page).getByRole("option", { name: "Search the deals for “pd-1”" }).click();
  await expect(page).toHaveURL("/deals?q=pd-1");

  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill("japanese");
  await palette(page).getByRole("option", { name: "日本語" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByText("操作", { exact: true })).toBeVisible();
});

test("an input method keeps its Enter, and nothing is asked until it is done", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Control+k");
  const field = palette(page).getByRole("combobox");
  await expect(field).toBeFocused();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await field.dispatchEvent("compositionstart");
  await field.fill("ぬぬぬ");
  await field.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await page.waitForTimeout(500);
  await expect(page).toHaveURL("/");
  expect(asked.filter((url) => url.includes("/api/search"))).toEqual([]);
  await field.dispatchEvent("compositionend");
  await expect(palette(page).getByText("No record found")).toBeVisible();
});

test("single keys go and list themselves, are still while typing, and can be switched off", async ({
  page,
}) => {
  await open(page, "/");
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page).toHaveURL("/deals");
  await open(page, "/deals");
  await page.keyboard.press("/");
  const search = page.getByRole("combobox", { name: "Search companies, assets and deals" });
  await expect(search).toBeFocused();
  await page.keyboard.type("gc?c");
  await expect(search).toHaveValue("gc?c");
  await expect(page).toHaveURL("/deals");

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(sheet(page)).toContainText("Go to");
  expect(await violations(page)).toEqual([]);
  await sheet(page)
    .getByRole("checkbox", { name: /^Single keys are shortcuts/ })
    .uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await expect(sheet(page)).toBeHidden();

  await open(page, "/companies");
  await page.keyboard.press("c");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await expect(page).toHaveURL("/companies");
});

test("c logs a deal", async ({ page }) => {
  await open(page, "/companies");
  await page.keyboard.press("c");
  await expect(page).toHaveURL("/deals/new");
});

test.describe("a viewer", () => {
  test.use({ as: "viewer" });

  test("is offered nothing that writes", async ({ page }) => {
    await open(page, "/companies");
    await page.keyboard.press("c");
    await page.keyboard.press("Control+k");
    await expect(palette(page).getByRole("option", { name: /^Deals/ })).toBeVisible();
    await expect(palette(page).getByRole("option", { name: /^(Log|Add) / })).toHaveCount(0);
    await expect(page).toHaveURL("/companies");
  });
});
