import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { pageOf, test } from "../support/browser";

const bar = (page: Page) => page.getByRole("region", { name: "Selection" });
const dialog = (page: Page) => page.getByRole("dialog");
const toast = (page: Page, text: RegExp) => page.getByRole("listitem").filter({ hasText: text });

async function selectAll(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole("checkbox", { name: "Select all loaded rows" }).check();
}

/** How many deals an address has, as the page says it. */
async function found(page: Page, address: string): Promise<number> {
  const answer = await page.request.get(`/api/catalogue/deals/count?${address}`);
  return (await answer.json()).count;
}

async function preview(page: Page, way: string, fill: () => Promise<unknown>) {
  await bar(page).getByRole("button", { name: way }).click();
  await fill();
  await dialog(page).getByRole("button", { name: "Preview" }).click();
  await expect(dialog(page)).toContainText("Nothing is changed yet.");
}

const apply = (page: Page) =>
  dialog(page)
    .getByRole("button", { name: /^Change \d+ deals?$/ })
    .click();

test("a tag for every deal of a filter: previewed, applied as one batch, and undone", async ({
  page,
}) => {
  const japan = await found(page, "to=JP");
  await selectAll(page, "/deals?to=JP");
  await preview(page, "Tag…", () =>
    dialog(page).getByLabel("Tag", { exact: true }).fill("Ｊ check"),
  );
  await expect(dialog(page)).toContainText(`${japan} deals will change`);
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
  await apply(page);
  await expect(toast(page, new RegExp(`${japan} deals changed`))).toBeVisible();
  await expect(bar(page)).toBeHidden();
  expect(await found(page, "tag=Ｊ check")).toBe(japan);

  await toast(page, /deals changed/)
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(toast(page, new RegExp(`${japan} deals are as they were`))).toBeVisible();
  expect(await found(page, "tag=Ｊ check")).toBe(0);
});

test("what somebody changed after the preview is left, and the batch's page says so and undoes the rest", async ({
  page,
  browser,
  site,
}) => {
  const slug = "eisai-blissbio-bb-1701-2023";
  await selectAll(page, "/deals?company=eisai");
  await preview(page, "Edit a field…", async () => {
    await dialog(page).getByLabel("What to change").selectOption("Status");
    await dialog(page).getByLabel("New value").selectOption("Superseded");
  });

  const colleague = await pageOf(browser, "admin", site);
  await colleague.goto(`/deals/${slug}/edit`);
  await colleague.getByLabel("Summary").first().fill("Read by a colleague in between");
  await colleague.getByRole("button", { name: "Save changes" }).click();
  await expect(colleague).toHaveURL(`/deals/${slug}`);

  await apply(page);
  await toast(page, /1 was left as it is/)
    .getByRole("link", { name: "See the batch" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Batch: Status set to “Superseded”",
  );
  const left = page.getByRole("listitem").filter({ hasText: "somebody changed it meanwhile" });
  await expect(left.getByRole("link")).toHaveAttribute("href", `/deals/${slug}`);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("link", { name: "Show these deals in the table" }).click();
  await expect(page).toHaveURL(/\/deals\?batch=/);
  const [first] = await page.locator('tbody th a[href^="/deals/"]').all();
  await page.goto(`${await first?.getAttribute("href")}/history`);
  await page
    .getByRole("link", { name: /^a batch of \d+ deals?$/ })
    .first()
    .click();

  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click();
  await expect(main).toContainText("This batch was undone.");
  await expect(main.getByRole("button", { name: "Undo" })).toBeHidden();
  expect(await found(page, "status=SUPERSEDED&company=eisai")).toBe(0);
});

test("what the server refuses stands at its field, and nothing typed is lost", async ({ page }) => {
  await selectAll(page, "/deals?company=eisai");
  await bar(page).getByRole("button", { name: "Add a source…" }).click();
  await dialog(page).getByLabel("Publisher").fill("A paper");
  await dialog(page).getByRole("button", { name: "Preview" }).click();
  await expect(dialog(page)).toContainText("Give the source an address or a title");
  await expect(dialog(page).getByLabel("Publisher")).toHaveValue("A paper");
  await dialog(page).getByLabel("What to change").selectOption("Closed on");
  await dialog(page).getByLabel("New value").fill("2024-02-30");
  await dialog(page).getByRole("button", { name: "Preview" }).click();
  await expect(dialog(page)).toContainText("There is no such date in the calendar");
});

test("the selection is exported, picked rows and all that match alike", async ({ page }) => {
  await page.goto("/deals?company=eisai");
  await page.locator("tbody").getByRole("checkbox").first().check();
  const link = bar(page).locator('a[href^="/deals/export.csv"]');
  const rows = async () => {
    const file = await page.request.get((await link.getAttribute("href")) ?? "");
    return (await file.text()).trim().split("\r\n").length - 1;
  };
  expect(await rows()).toBe(1);
  await bar(page)
    .getByRole("button", { name: /^Select all \d+ that match$/ })
    .click();
  await expect(bar(page)).toContainText("that match are selected");
  expect(await rows()).toBe(await found(page, "company=eisai"));
});

test.describe("a viewer", () => {
  test.use({ as: "viewer" });

  test("selects and exports, and is offered nothing that changes a deal", async ({ page }) => {
    await selectAll(page, "/deals?company=eisai");
    await expect(bar(page).locator('a[href^="/deals/export.csv"]')).toBeVisible();
    await expect(bar(page).getByRole("button", { name: "Edit a field…" })).toBeHidden();
  });
});
