import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { test } from "../support/browser";

/** The slugs of the records that the page's table shows, in its order. */
async function shown(page: Page, noun: string): Promise<string[]> {
  const links = page.locator(`tbody th a[href^="/${noun}/"]`);
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return hrefs.map((href) => href.split("/").at(-1) ?? "");
}

/** Opens a filter's menu and takes one of its values. */
async function choose(page: Page, filter: string, value: string) {
  await page.getByRole("button", { name: new RegExp(`^${filter}`) }).click();
  const menu = page.locator(":popover-open");
  await menu.getByLabel(new RegExp(`^${value}`)).check();
  await menu.getByRole("button", { name: "Show these" }).click();
}

test("the table of deals is narrowed, sorted and exported by one address", async ({ page }) => {
  await page.goto("/deals");
  await expect(page.getByText("50 of 114")).toBeVisible();
  await choose(page, "From", "China");
  await expect(page.getByText(/^\d\d found$/)).toBeVisible();
  await choose(page, "To", "Japan");
  await expect(page).toHaveURL("/deals?from=CN&to=JP");
  await page.getByRole("link", { name: "Headline" }).click();
  await expect(page).toHaveURL(/sort=-headline/);
  await expect(page.getByRole("columnheader", { name: "Headline" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const onScreen = await shown(page, "deals");
  expect(onScreen).toContain("takeda-hutchmed-fruquintinib-2023");
  const address = await page.getByRole("link", { name: "Export" }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["cache-control"]).toBe("no-transform, private, no-store");
  const rows: Record<string, string>[] = parse(await answer.text(), { columns: true, bom: true });
  expect(rows.map((row) => row.deal_id)).toEqual(onScreen);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
});

test("a filter is taken away by its chip, and its menu counts what it would leave", async ({
  page,
}) => {
  await page.goto("/deals?from=CN&type=OPTION&limit=100");
  await page.getByRole("button", { name: /^Status/ }).click();
  const active = page.locator(":popover-open").getByLabel(/^Active/);
  // The counts come when the menu opens.
  await expect(active.locator("..")).toHaveText(/\d$/);
  const count = Number(/\d+$/.exec((await active.locator("..").textContent()) ?? "")?.[0]);
  await active.check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page).toHaveURL("/deals?type=OPTION&status=ACTIVE&from=CN&limit=100");
  await expect(page.getByText(`${count} found`)).toBeVisible();
  expect(await shown(page, "deals")).toHaveLength(count);

  await page.getByRole("link", { name: "Remove Type Option" }).click();
  await expect(page).toHaveURL("/deals?status=ACTIVE&from=CN&limit=100");
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/deals?limit=100");
  await expect(page.getByText("114 found")).toBeVisible();
});

test("pages follow each other and lead back, each deal once", async ({ page }) => {
  await page.goto("/deals?sort=-paid&limit=40");
  const first = await shown(page, "deals");
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page).toHaveURL(/after=/);
  const second = await shown(page, "deals");
  expect(new Set([...first, ...second]).size).toBe(80);
  await page.getByRole("link", { name: /Previous$/ }).click();
  await expect.poll(() => shown(page, "deals")).toEqual(first);
});

test("a place that was made up is told, and the list starts anew", async ({ page }) => {
  await page.goto("/deals?after=nonsense");
  await expect(
    page.getByText("after: This place in the list is not valid; start again"),
  ).toBeVisible();
  expect(await shown(page, "deals")).toHaveLength(50);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the table is searched and narrowed all the same", async ({ page }) => {
    await page.goto("/deals");
    // Scripts draw a menu when it opens; without any, the page that has all of them comes by itself.
    await page.waitForURL("/deals?menus=open");
    await page.getByRole("searchbox", { name: "Search these deals" }).fill("武田");
    await choose(page, "Type", "Licence");
    await expect(page.getByRole("link", { name: "Remove Search 武田" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Remove Type Licence" })).toBeVisible();
    expect(await shown(page, "deals")).toContain("takeda-hutchmed-fruquintinib-2023");
  });
});

test("a wrong filter is told on the page and refused by the export", async ({ page }) => {
  await page.goto("/deals?typo=1&type=LICENSE");
  await expect(page.getByText("typo: There is no such filter")).toBeVisible();
  const answer = await page.request.get("/deals/export.csv?typo=1&type=LICENSE");
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ path: "typo" }] });
});

test("the search of the top bar finds a company in its own script", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: /search/i }).fill("和黄");
  await page
    .getByRole("option", { name: /HUTCHMED/ })
    .first()
    .click();
  await expect(page).toHaveURL("/companies/hutchmed");
});

test.describe("a stranger", () => {
  test.use({ as: "stranger" });

  test("gets no list and no file", async ({ page }) => {
    await page.goto("/deals");
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fdeals$/);
    for (const noun of ["deals", "companies", "milestones"]) {
      expect((await page.request.get(`/${noun}/export.csv`)).status()).toBe(401);
    }
  });
});

for (const address of ["/deals", "/companies", "/assets", "/milestones"]) {
  test(`${address} is for everyone, wide and narrow`, async ({ page }) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wider).toBe(false);
    }
  });
}
