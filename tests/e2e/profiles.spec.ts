import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { test } from "../support/browser";

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** The line of one way and currency in the table of a company's money. */
function moneyOf(page: Page, way: "in" | "out", currency: string) {
  return page.locator(`tr[data-way="${way}"][data-currency="${currency}"]`);
}

test("HUTCHMED's page tells its names, its listings and the deal it gave", async ({ page }) => {
  expect((await page.goto("/companies/hutchmed"))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "HUTCHMED" })).toBeVisible();
  const native = page.getByText(/^和黄医药/).first();
  await expect(native).toHaveAttribute("lang", /^zh/);
  await expect(page.getByText("Hutchison China MediTech")).toBeVisible();
  for (const listing of ["HKEX:13", "NASDAQ:HCM", "LSE-AIM:HCM"]) {
    await expect(page.getByText(listing).first()).toBeVisible();
  }
  await expect(page.getByText("unverified").first()).toBeVisible();
  const given = page.getByRole("region", { name: "Deals given" });
  await expect(given.getByRole("row")).toHaveCount(2);
  await expect(given.getByRole("link", { name: "Takeda", exact: true })).toBeVisible();
  await expect(given).toContainText("World excl. CN, HK, MO");
  await expectAccessible(page);
});

test("HUTCHMED was promised at least 400M and at most 1.13B, and 435M of it is paid", async ({
  page,
}) => {
  await page.goto("/companies/hutchmed");
  const money = moneyOf(page, "in", "USD");
  await expect(money.locator('[data-measure="promised"]')).toContainText("≥ $400M, ≤ $1.13B");
  await expect(money.locator('[data-measure="headline"]')).toContainText("$1.13B");
  await expect(money.locator('[data-measure="triggered"]')).toContainText("≥ $30M");
  await expect(money.locator('[data-measure="triggered"]')).toContainText("2 of 3 disclosed");
  await expect(money.locator('[data-measure="paid"]')).toContainText("$435M");
  await page.getByText(/payments behind these figures/).click();
  const terms = page.getByRole("region", { name: "Payments behind the figures" });
  const counted = (measure: string) =>
    terms.getByRole("row").filter({ has: page.getByRole("cell", { name: new RegExp(measure) }) });
  await expect(counted("Promised")).toHaveCount(2);
  await expect(counted("^Triggered$")).toHaveCount(3);
});

test("Takeda's page shows the same deal from the other side", async ({ page }) => {
  await page.goto("/companies/takeda");
  const taken = page.getByRole("region", { name: "Deals taken" });
  await expect(taken.getByRole("link", { name: "HUTCHMED", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Shire", exact: true }).first()).toBeVisible();
  await expect(moneyOf(page, "out", "USD").locator('[data-measure="paid"]')).toContainText("$");
});

test("BlissBio gave Eisai an option and took eribulin's linker from it: both sides, roles reversed", async ({
  page,
}) => {
  await page.goto("/companies/blissbio");
  const eisai = page
    .getByRole("region", { name: "Partners" })
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: "Eisai", exact: true }) });
  await expect(eisai.getByRole("link", { name: "1" }).first()).toHaveAttribute(
    "href",
    "/deals?licensor=blissbio&licensee=eisai",
  );
  await expect(eisai.getByRole("link", { name: "1" }).last()).toHaveAttribute(
    "href",
    "/deals?licensor=eisai&licensee=blissbio",
  );
});

test("fruquintinib's page tells who holds it where: Taiwan is Takeda's", async ({ page }) => {
  await page.goto("/companies/hutchmed");
  await page.getByRole("link", { name: "fruquintinib", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "fruquintinib" })).toBeVisible();
  const rights = page.getByRole("region", { name: "Rights by country today" });
  const takeda = rights.getByRole("row").filter({ hasText: "Takeda" });
  await expect(takeda).toContainText("World excl. CN, HK, MO");
  await expect(takeda).toContainText("246");
  const life = page.getByRole("region", { name: "Deals along its life" });
  await expect(life).toContainText("Marketed");
  await expectAccessible(page);
});

test("a source leads back to all that rests on it", async ({ page }) => {
  await page.goto("/companies/hutchmed");
  await page
    .getByRole("link", { name: /recalled/i })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/recalled/i);
  const companies = page.getByRole("region", { name: /companies$/ });
  await expect(companies.getByRole("link", { name: "HUTCHMED", exact: true })).toBeVisible();
});

test("the overview is worth opening: flows, money, what is due and what is in doubt", async ({
  page,
}) => {
  await page.goto("/");
  for (const title of ["Deals by year", "Latest deals", "Recently triggered", "Sources disagree"]) {
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }
  await page.getByText("The numbers by year").click();
  const years = page.getByRole("region", { name: /^Deals by year of announcement/ });
  await expect(years.getByRole("row", { name: /^2023 / })).toBeVisible();
  await expectAccessible(page);
});

test("every number leads to exactly as many rows", async ({ page }) => {
  for (const path of [
    "/",
    "/quality",
    "/companies/takeda",
    "/companies/eisai",
    "/companies/hutchmed",
  ]) {
    await page.goto(path);
    await expect(page.getByText("Loading …")).toHaveCount(0);
    const links = await page.locator("main a").evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute("href") ?? "",
        text: link.textContent ?? "",
      })),
    );
    const counts = links.filter(
      ({ href, text }) =>
        /^\/(deals|milestones)(\?|$)/.test(href) && /^(All )?\d+( deals?| payments?)?$/.test(text),
    );
    expect(counts.length).toBeGreaterThan(1);
    for (const { href, text } of counts) {
      const file = await page.request.get(href.replace(/^\/\w+/, "$&/export.csv"));
      expect(file.status(), href).toBe(200);
      const rows: unknown[] = parse(await file.text(), { bom: true, columns: true });
      expect(rows, `${path} ${href}`).toHaveLength(Number(/\d+/.exec(text)?.[0]));
    }
  }
});

test("an unknown address is a real 404, whatever it holds", async ({ page }) => {
  const folders = ["companies", "assets", "sources"];
  for (const slug of [
    "nobody",
    encodeURIComponent("'); --"),
    "%25_%5C",
    "%E2%80%AE",
    "a".repeat(3000),
  ]) {
    for (const folder of folders) {
      expect((await page.request.get(`/${folder}/${slug}`)).status()).toBe(404);
    }
  }
});

test.describe("someone who may only read", () => {
  test.use({ as: "viewer" });

  test("sees no way to change a company", async ({ page }) => {
    await page.goto("/companies/hutchmed");
    await expect(page.getByRole("link", { name: "History · v1" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Withdraw…" })).toHaveCount(0);
  });
});
