import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { pageOf, test } from "../support/browser";

const strip = (page: Page) => page.getByRole("navigation", { name: "Saved views" });
const tab = (page: Page, name: string | RegExp) => strip(page).getByRole("link", { name });
const names = (page: Page) => strip(page).getByRole("link").locator("bdi").allTextContents();

/** Keeps what the address asks for under a name. */
async function saveAs(page: Page, name: string, access = "Private") {
  await page.getByRole("button", { name: /^Save as/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Name/).fill(name);
  const choice = dialog.getByLabel(new RegExp(`^${access}`));
  if (await choice.isVisible()) await choice.check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(tab(page, name)).toHaveAttribute("aria-current", "page");
}

async function option(page: Page, view: string, name: string) {
  await page.getByRole("button", { name: `Options of ${view}` }).click();
  await page.locator(":popover-open").getByText(name, { exact: true }).click();
}

async function remove(page: Page, view: string) {
  await option(page, view, "Delete…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(tab(page, view)).toHaveCount(0);
}

test("a view is kept, departed from, saved and left again", async ({ page }) => {
  await page.goto("/deals?from=CN&to=JP");
  await saveAs(page, "China to Japan");
  await expect(page).toHaveURL(/\/deals\?from=CN&to=JP&tab=[\w-]{36}$/);
  await expect(page.getByText("unsaved changes")).toHaveCount(0);

  await page.getByRole("link", { name: /^Headline/ }).click();
  await expect(tab(page, /China to Japan.*unsaved changes/)).toBeVisible();
  await page.getByRole("link", { name: "Discard changes" }).click();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(page.getByText("unsaved changes")).toHaveCount(0);

  await page.getByRole("link", { name: /^Headline/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").getByText("China to Japan is saved")).toBeAttached();
  await expect(page.getByText("unsaved changes")).toHaveCount(0);
  await tab(page, "All deals").click();
  await expect(page).toHaveURL("/deals");
  await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  await tab(page, "China to Japan").click();
  await expect(page).toHaveURL(/sort=-headline/);

  for (const filter of [/^Remove From/, /^Remove To/]) {
    await page.getByRole("link", { name: filter }).click();
    await expect(page.getByRole("link", { name: filter })).toHaveCount(0);
  }
  await expect(page).toHaveURL(/\/deals\?sort=-headline&tab=/);
  await expect(tab(page, /unsaved changes/)).toBeVisible();
  await remove(page, "China to Japan");
  await expect(tab(page, "All deals")).toHaveAttribute("aria-current", "page");
});

test("a view keeps the columns when asked, and hears when they change", async ({ page }) => {
  await page.goto("/deals?from=KR");
  await page.getByRole("button", { name: /^Save as/ }).click();
  await page.getByLabel(/^Name/).fill("Korea");
  await page.getByLabel("With the columns shown now").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\?columns=announced_on&columns=title&.*from=KR&tab=/);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("checkbox", { name: "Paid so far" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(tab(page, /Korea.*unsaved changes/)).toBeVisible();
  await page.getByRole("link", { name: "Discard changes" }).click();
  await expect(page.getByRole("columnheader", { name: /^Paid so far/ })).toBeVisible();
  await option(page, "Korea", "Leave the columns to everyone");
  await expect(page).toHaveURL(/\/deals\?from=KR&tab=/);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("unsaved changes")).toHaveCount(0);
  await remove(page, "Korea");
});

test("a link to a view takes changed keys on top, and its tab holds when the view is gone", async ({
  page,
}) => {
  await page.goto("/deals?from=CN&to=JP");
  await saveAs(page, "Linked");
  const id = new URL(page.url()).searchParams.get("tab");
  await page.goto(`/deals?view=${id}&to=US&sort=title`);
  await expect(page).toHaveURL(`/deals?from=CN&to=US&sort=title&tab=${id}`);
  await expect(tab(page, /Linked.*unsaved changes/)).toHaveAttribute("aria-current", "page");
  await page.goto(`/companies?view=${id}&from=`);
  await expect(page).toHaveURL(`/deals?to=JP&tab=${id}`);
  await remove(page, "Linked");
  await page.goto(`/deals?view=${id}&from=CN`);
  await expect(page.getByText("This view is gone or private")).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove From China" })).toBeVisible();
});

test("what an address asks and its list does not know is refused by name", async ({ page }) => {
  await page.goto("/deals?typo=1");
  await page.getByRole("button", { name: /^Save as/ }).click();
  await page.getByLabel(/^Name/).fill("A".repeat(10_000));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel(/^Name/)).toHaveAccessibleDescription("Use 80 characters or fewer");
  await page.getByLabel(/^Name/).fill("Typo");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
    "typo: There is no such filter",
  );
});

test("a person's default opens with the bare address only, and lets go", async ({ page }) => {
  await page.goto("/companies?country=JP");
  await saveAs(page, "Japanese");
  await option(page, "Japanese", "Open by default");
  await page.goto("/");
  await page.goto("/companies");
  await expect(page).toHaveURL(/\/companies\?country=JP&tab=/);
  await tab(page, "All companies").click();
  await expect(page).toHaveURL("/companies?tab=all");
  await page.goto("/companies?country=CN");
  await page.getByRole("link", { name: "Remove Country China" }).click();
  await expect(page).toHaveURL("/companies?tab=all");
  await tab(page, "Japanese").click();
  await remove(page, "Japanese");
  await page.goto("/companies");
  await expect(page).toHaveURL("/companies");
});

test("tabs are put in an order by their menu and by hand", async ({ page }) => {
  for (const [name, filter] of [
    ["One", "stage=PHASE_1"],
    ["Two", "stage=PHASE_2"],
    ["Three", "stage=PHASE_3"],
  ]) {
    await page.goto(`/assets?${filter}`);
    await saveAs(page, name ?? "");
  }
  await page.getByRole("button", { name: "Options of Three" }).click();
  const left = page.getByRole("button", { name: "Move left" });
  await left.click();
  await expect.poll(() => names(page)).toEqual(["One", "Three", "Two"]);
  await left.click();
  await expect.poll(() => names(page)).toEqual(["Three", "One", "Two"]);
  await expect(left).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
  await tab(page, "Two").dragTo(tab(page, "Three"));
  await expect.poll(() => names(page)).toEqual(["Two", "Three", "One"]);
  await kept;
  await page.reload();
  expect(await names(page)).toEqual(["Two", "Three", "One"]);
  for (const name of ["One", "Two", "Three"]) {
    await tab(page, name).click();
    await remove(page, name);
  }
});

test.describe("what an administrator shares", () => {
  test.use({ as: "admin" });

  test("opens for everyone, and who sees, saves and deletes it is the owner's word", async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.goto("/deals?from=CN");
    await saveAs(page, "<b>Team</b> view", "Shared");
    const id = new URL(page.url()).searchParams.get("tab");
    const viewer = await pageOf(browser, "viewer", baseURL ?? "");
    await viewer.goto(`/deals?view=${id}`);
    await expect(tab(viewer, "<b>Team</b> view")).toHaveAttribute("aria-current", "page");
    await viewer.goto(`/deals?view=${id}&to=JP`);
    await expect(viewer.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
    await saveAs(viewer, "Mine");
    await remove(viewer, "Mine");

    const analyst = await pageOf(browser, "analyst", baseURL ?? "");
    await analyst.goto(`/deals?view=${id}&to=JP`);
    await expect(analyst.getByRole("button", { name: "Save", exact: true })).toBeVisible();
    await option(page, "<b>Team</b> view", "Name and sharing…");
    await page
      .getByRole("dialog")
      .getByLabel(/^Locked/)
      .check();
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(tab(page, /Team.*Locked/)).toBeVisible();
    await analyst.getByRole("button", { name: "Save", exact: true }).click();
    await expect(analyst.getByRole("alert").first()).toContainText("This view is locked");
    await analyst.reload();
    await expect(analyst.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
    await expect(analyst.getByRole("button", { name: "Save as…" })).toBeVisible();

    await option(page, "<b>Team</b> view", "Delete…");
    await expect(page.getByRole("alertdialog")).toContainText("it goes for everyone");
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(tab(page, /Team/)).toHaveCount(0);
    await viewer.goto(`/deals?view=${id}`);
    await expect(viewer.getByText("This view is gone or private")).toBeVisible();
    await viewer.context().close();
    await analyst.context().close();
  });
});

test("axe finds nothing in the tabs, their menu and their questions", async ({ page }) => {
  const clean = async () =>
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto("/milestones?state=PAID");
  await saveAs(page, "מבט שמור 日本", "Shared");
  await page.goto(`${page.url()}&kind=UPFRONT`);
  await clean();
  await page.getByRole("button", { name: /^Options of/ }).click();
  await clean();
  await page.locator(":popover-open").getByText("Name and sharing…").click();
  await clean();
  await page.keyboard.press("Escape");
  await remove(page, "מבט שמור 日本");
});
