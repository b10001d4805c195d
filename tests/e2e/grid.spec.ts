import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { pageOf, test } from "../support/browser";

const grid = (page: Page) => page.getByRole("grid", { name: "Deals" });

// A browser's own dialog for a file can't be answered from here; without it the page hands over a download.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker")),
);

/** What the rows on the screen lead to, in their order. */
async function slugs(page: Page): Promise<string[]> {
  const links = page.locator('tbody th a[href^="/deals/"]');
  return links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
}

/** The row and column of the cell with the focus, as assistive technology counts them. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest("th, td");
    const row = cell?.closest("tr");
    return `${row?.getAttribute("aria-rowindex")}.${cell?.getAttribute("aria-colindex")}`;
  });
}

async function enterGrid(page: Page) {
  await expect(grid(page)).toBeVisible();
  await page.locator('[role=grid] [tabindex="0"]').focus();
}

test("the table is worked by the keyboard alone: filter, sort, select, export, open, edit", async ({
  page,
}) => {
  await page.goto("/deals");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "115");
  await page.getByRole("button", { name: /^From/ }).focus();
  await page.keyboard.press("Enter");
  const china = page.locator(":popover-open").getByLabel(/^China/);
  await china.focus();
  await page.keyboard.press("Space");
  await page.locator(":popover-open").getByRole("button", { name: "Show these" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/deals?from=CN");

  await enterGrid(page);
  await page.keyboard.press("ArrowUp");
  for (let at = 0; at < 6; at += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=/);
  const sorted = page.locator("thead th:focus");
  await expect(sorted).toHaveAttribute("aria-sort", /ascending|descending/);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar.getByText("3 rows selected")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await expect(bar.getByText("4 rows selected")).toBeVisible();
  await bar.getByRole("button", { name: /^Select all \d+ that match$/ }).press("Enter");
  await expect(bar.getByText(/^All \d+ that match are selected$/)).toBeVisible();
  await bar.getByRole("button", { name: "Clear selection" }).press("Enter");
  await expect(bar).toBeHidden();

  await page.getByRole("link", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  const file = page.waitForEvent("download");
  await page
    .getByRole("dialog", { name: "Export" })
    .getByRole("button", { name: "Download" })
    .focus();
  await page.keyboard.press("Enter");
  expect((await file).suggestedFilename()).toMatch(/^deals_.*\.csv$/);
  await page.keyboard.press("Escape");

  await enterGrid(page);
  const [first = ""] = await slugs(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(first);
  await page.goBack();
  await enterGrid(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(`${first}/edit`);
});

test("the grid is one tab stop, and arrows, Home, End and page keys go through it", async ({
  page,
}) => {
  await page.goto("/deals?limit=100");
  await enterGrid(page);
  expect(await focused(page)).toBe("2.3");
  await page.keyboard.press("Home");
  expect(await focused(page)).toBe("2.1");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe("3.10");
  await page.keyboard.press("Control+End");
  expect(await focused(page)).toBe("101.10");
  await page.keyboard.press("k");
  expect(await focused(page)).toBe("100.10");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("PageDown");
  const [row = "0"] = (await focused(page)).split(".");
  expect(Number(row)).toBeGreaterThan(8);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]"))).toBeNull();
});

test("more rows come while scrolling, keep the focus, and are there again after Back", async ({
  page,
}) => {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  await page.route("**/api/catalogue/deals?**", async (route) => {
    await reached;
    await route.continue();
  });
  await page.goto("/deals?sort=title&limit=20");
  await enterGrid(page);
  await page.keyboard.press("Control+End");
  expect(await focused(page)).toBe("21.10");
  reach();
  await expect(page.getByText("114 of 114")).toBeVisible();
  expect(await focused(page)).toBe("21.10");
  await page.keyboard.press("Control+End");
  expect(await focused(page)).toBe("115.10");
  const before = await slugs(page);
  expect(new Set(before).size).toBe(114);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(before.at(-1) ?? "");
  await page.goBack();
  await expect(page.getByText("114 of 114")).toBeVisible();
  expect(await slugs(page)).toEqual(before);
});

test("rows that could not be loaded are asked for again", async ({ page }) => {
  await page.route("**/api/catalogue/deals?**", (route) => route.abort());
  await page.goto("/deals?limit=20");
  await enterGrid(page);
  await page.keyboard.press("Control+End");
  await expect(page.getByText("The next rows could not be loaded")).toBeVisible();
  await page.unroute("**/api/catalogue/deals?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("114 of 114")).toBeVisible();
});

test("an address shows the same rows and columns to somebody else", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/deals?from=CN&sort=-headline&columns=title&columns=headline&columns=stage");
  const mine = await slugs(page);
  expect(mine.length).toBeGreaterThan(5);
  const other = await pageOf(browser, "viewer", baseURL ?? "");
  await other.goto(page.url());
  expect(await slugs(other)).toEqual(mine);
  const heads = (at: Page) => at.locator("thead th .label").allTextContents();
  expect(await heads(other)).toEqual(await heads(page));
  await other.context().close();
});

test.describe("a viewer", () => {
  test.use({ as: "viewer" });

  test("keeps the layout of the table, and may set it back", async ({ page }) => {
    await page.goto("/deals");
    const heads = page.locator("thead th .label");
    const menu = (column: string) => page.getByRole("button", { name: `Column ${column}:` });
    const kept = (layout: RegExp) =>
      page.waitForResponse(
        (answer) =>
          answer.url().endsWith("/api/preferences") &&
          layout.test(answer.request().postData() ?? ""),
      );
    await page.getByRole("columnheader", { name: /^Stage/ }).hover();
    await menu("Stage").click();
    await page.getByRole("button", { name: "Move left" }).click();
    await page.getByLabel("Width in px").fill("200");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.getByRole("radio", { name: "Tall" }).check();
    const answer = kept(/"headline"\],.*"density":"tall"/);
    await page.getByRole("checkbox", { name: "Paid so far" }).uncheck();
    expect((await answer).status()).toBe(204);

    await page.reload();
    await expect(heads).toHaveText([
      ...[/^Announced/, "Deal", "Licensor", "Licensee", "Stage", "Type", "Upfront", "Headline"],
    ]);
    const stage = page.getByRole("columnheader", { name: /^Stage/ });
    expect((await stage.boundingBox())?.width).toBe(200);
    const row = await page.locator("tbody tr").nth(3).boundingBox();
    expect(row?.height).toBe(56);

    await page.getByRole("button", { name: "Table", exact: true }).click();
    const reset = kept(/"columns":null/);
    await page.getByRole("button", { name: "Reset the table" }).click();
    await reset;
    await page.reload();
    await expect(heads).toHaveCount(9);
    await enterGrid(page);
    await page.keyboard.press("e");
    await expect(page).toHaveURL("/deals");
  });
});

test("keys of an input method, and keys in a field, are not the grid's", async ({ page }) => {
  await page.goto("/deals");
  await enterGrid(page);
  const before = await focused(page);
  const composed = await page.evaluate(() => {
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }),
      );
    press({ key: "j", isComposing: true });
    press({ key: "x", keyCode: 229 });
    return press({ key: "Enter", isComposing: true });
  });
  expect(composed).toBe(true);
  expect(await focused(page)).toBe(before);
  await expect(page.getByRole("region", { name: "Selection" })).toBeHidden();
  await page.getByRole("searchbox", { name: "Search these deals" }).fill("jxe");
  await page.keyboard.type("jxe");
  await expect(page.getByRole("searchbox", { name: "Search these deals" })).toHaveValue("jxejxe");
  await expect(page).toHaveURL("/deals");
});

test("the grid is for everyone, with a selection and an open menu", async ({ page }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/deals");
    await enterGrid(page);
    await page.keyboard.press("x");
    await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
    if (width === 1440) await page.getByRole("button", { name: "Table", exact: true }).click();
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});
