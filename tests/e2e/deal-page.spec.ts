import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { pageOf, test } from "../support/browser";

const fruquintinib = "/deals/takeda-hutchmed-fruquintinib-2023";
const bb1701 = "/deals/eisai-blissbio-bb-1701-2023";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** A figure of "Promised against paid", with its note. */
const figure = (page: Page, name: string) =>
  section(page, "Promised against paid")
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator("..");

const payment = (page: Page, name: RegExp) => section(page, "Payments").getByRole("row", { name });

test.describe("a viewer", () => {
  test.use({ as: "viewer" });

  test("reads what Takeda was promised and paid for fruquintinib", async ({ page }) => {
    await page.goto(fruquintinib);
    const bridge = section(page, "Who gives rights and who takes them");
    await expect(bridge).toContainText("Rights cross from HUTCHMED to Takeda.");
    await expect(bridge).toContainText("武田薬品工業");
    await expect(bridge).toContainText("23 Jan 2023");
    await expect(bridge).toContainText("14 Mar 2023");
    await expect(bridge).toContainText("World excl. CN, HK, MO");
    await expect(bridge).toContainText("Marketed");

    await expect(figure(page, "Headline")).toContainText("$1.13B");
    await expect(figure(page, "Upfront")).toContainText("$400M");
    await expect(figure(page, "Milestones")).toContainText("≤ $730M");
    await expect(figure(page, "Paid")).toContainText("≥ $435M");
    const triggered = figure(page, "Triggered, not known to be paid");
    await expect(triggered).toContainText("≥ $30M");
    await expect(triggered).toContainText("2 of 3 disclosed");
    const money = section(page, "Promised against paid");
    await expect(money).toContainText("royalties on top");
    await expect(money).toContainText("≥ $65M (3 of 4 disclosed). Left: ≤ $665M");

    await expect(payment(page, /US FDA approval/)).toContainText("Paid");
    await expect(payment(page, /Japan price listing/)).toContainText("undisclosed");
    await expect(payment(page, /First European/)).toContainText("$10,000,000");
  });

  test("is told that Taiwan is Takeda's, and not Eisai's", async ({ page }) => {
    await page.goto(fruquintinib);
    const rights = section(page, "Rights and territory");
    await expect(rights).toContainText("Not includedmainland China, Hong Kong, Macau");
    await expect(rights).toContainText("Included all the sameTaiwan");

    await page.goto(bb1701);
    await expect(rights).toContainText("Greater China (mainland China, Hong Kong, Macau, Taiwan)");
    await expect(rights).not.toContainText("Included all the same");
  });

  test("reads of BB-1701 that the option lapsed and nothing paid was disclosed", async ({
    page,
  }) => {
    await page.goto(bb1701);
    await expect(page.getByText("Rights cross from BlissBio to Eisai.")).toBeAttached();
    await expect(section(page, "Key facts")).toContainText("Option lapsed");
    await expect(section(page, "Key facts")).toContainText("Option, Co-development");
    await expect(figure(page, "Upfront")).toContainText("undisclosed");
    await expect(figure(page, "Milestones")).toContainText("≤ $2B");
    await expect(figure(page, "Paid")).toContainText("nothing disclosed");
    await expect(payment(page, /^Details of Milestone pool/)).toContainText("Cancelled");

    const conflicts = section(page, "Sources disagree").getByRole("listitem");
    const announced = conflicts.filter({ has: page.getByText("announcement date") }).first();
    await expect(announced).toContainText("8 May 2023Used");
    await expect(announced).toContainText("20 May 2023Rejected");
    await expect(section(page, "Deal family")).toContainText("eribulin");
  });

  test("reckons a worded royalty at a level of sales, and reads that it is derived", async ({
    page,
  }) => {
    await page.goto("/deals/seagen-remegen-disitamab-2021");
    const royalties = section(page, "Royalties");
    await royalties.getByRole("button", { name: "$1B" }).click();
    await expect(royalties.getByRole("status")).toContainText("$70M to $160M: 7% to 16%");
    await expect(royalties).toContainText("Derived from the wording");
    await royalties.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await expect(royalties).toContainText("At net sales of $10M a year");
  });

  test("is offered nothing that writes", async ({ page }) => {
    await page.goto(fruquintinib);
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: /^History/ })).toBeVisible();
    await expect(main.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
    await expect(main.getByRole("button", { name: /^(Move|Withdraw|Restore|Purge)/ })).toHaveCount(
      0,
    );
  });

  test("finds no fault by axe, in the light and in the dark, on a desk and on a phone", async ({
    page,
  }) => {
    for (const [path, width, colorScheme] of [
      [fruquintinib, 1440, "light"],
      [fruquintinib, 390, "dark"],
      [bb1701, 390, "light"],
      [`${fruquintinib}/history`, 1440, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});

test("a deal that is not there is a real 404, however its address is written", async ({ page }) => {
  for (const slug of ["nothing-of-the-kind", "%00", "a'%29;--", "x".repeat(3000)]) {
    expect((await page.goto(`/deals/${slug}`))?.status()).toBe(404);
    expect((await page.goto(`/deals/${slug}/history`))?.status()).toBe(404);
  }
});

test("an analyst moves a payment, and whoever comes second is told", async ({
  page,
  browser,
  baseURL,
}) => {
  const address = "/deals/astrazeneca-eccogene-ecc5004-2023";
  const second = await pageOf(browser, "analyst", baseURL ?? "");
  await page.goto(address);
  await second.goto(address);

  const open = async (visitor: Page) => {
    await visitor.getByRole("button", { name: /^Move Payment tied to development/ }).click();
    return visitor.getByRole("dialog", { name: "Move this payment" });
  };
  const dialog = await open(page);
  await expect(dialog.getByLabel("New state").getByRole("option")).toHaveText([
    "Choose",
    "Invoiced",
    "Paid",
    "Disputed",
  ]);
  await dialog.getByLabel("New state").selectOption("PAID");
  await dialog.getByLabel("Date").fill("2024-13");
  await dialog.getByRole("button", { name: "Record the step" }).click();
  await expect(dialog.getByText("There is no such date in the calendar")).toBeVisible();

  await dialog.getByLabel("Date").fill("Q4 2024");
  await dialog.getByLabel("Actual amount").fill("US$60m");
  await expect(dialog.getByText("= $60,000,000 · USD")).toBeVisible();
  await dialog.getByLabel("Source").selectOption({ label: "A new address…" });
  await dialog.getByLabel("Web address of the source").fill("https://example.com/results");
  await dialog.getByRole("button", { name: "Record the step" }).click();
  await expect(page.getByText(/^Recorded: Payment tied to development/)).toBeVisible();
  const row = payment(page, /^Details of Payment tied to development/);
  await expect(row).toContainText("Paid");
  await expect(row).toContainText("Q4 2024");
  await expect(section(page, "Evidence")).toContainText("example.com");

  const late = await open(second);
  await late.getByLabel("New state").selectOption("DISPUTED");
  await late.getByRole("button", { name: "Record the step" }).click();
  await expect(late.getByRole("alert")).toContainText("Someone else saved this first");
  await late.getByRole("button", { name: "Reload the page" }).click();
  await expect(payment(second, /^Details of Payment tied to development/)).toContainText("Paid");

  await page.getByRole("link", { name: /^History · v2/ }).click();
  await expect(page.getByRole("article").first()).toContainText("Anna Analyst");
  await expect(page.getByRole("article").first()).toContainText("State: Paid · Date: Q4 2024");
});

test("a withdrawn deal says why, and comes back", async ({ page }) => {
  await page.goto("/deals/takeda-shire-2018");
  await page.getByRole("button", { name: "Withdraw…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(dialog.getByText("Give a reason, for the history")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Logged twice");
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("This deal was withdrawn.")).toBeVisible();
  await expect(page.getByText("Logged twice")).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByRole("button", { name: /^(Move|Withdraw|Purge)/ })).toHaveCount(0);
  await expect(main.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);

  await page.getByRole("button", { name: "Restore…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("This deal was withdrawn.")).toHaveCount(0);
});
