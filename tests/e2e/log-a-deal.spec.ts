import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { act } from "../support/act";
import { pageOf, test } from "../support/browser";

const group = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

const announced = (page: Page) => page.getByRole("textbox", { name: /^Announced/ });

/** Nothing typed by another test is offered to this one. */
test.beforeEach(async ({ page }) => {
  await page.request.delete("/api/drafts?form=deals/new", {
    headers: { "sec-fetch-site": "same-origin" },
  });
});

/** Types into a picker and takes the row of this name. */
async function pick(page: Page, label: string, nth: number, text: string, row: RegExp) {
  const box = page.getByRole("combobox", { name: label, exact: true }).nth(nth);
  await box.fill(text);
  await page.getByRole("option", { name: row }).click();
  await expect(box).toHaveAttribute("aria-expanded", "false");
}

/** Logs a deal between a new company and Takeda, with what a press release would say of it. */
async function typeDeal(page: Page, names: { licensor: string; asset: string }) {
  await page.goto("/deals/new");
  await announced(page).fill("22 Nov 2024");
  await expect(page.getByText("= 22 Nov 2024")).toBeVisible();

  await pick(page, "Company", 0, names.licensor, /Create/);
  const company = page.getByRole("dialog", { name: "New company" });
  await company.getByLabel(/^Country/).selectOption("CN");
  await company.getByLabel(/^Kind/).selectOption("BIOTECH");
  await company.getByRole("button", { name: "Create" }).click();
  await expect(company).toBeHidden();
  await pick(page, "Company", 1, "武田", /Takeda/);

  await page.getByRole("button", { name: "Asset", exact: true }).click();
  await pick(page, "Asset", 0, names.asset, /Create/);
  const asset = page.getByRole("dialog", { name: "New asset" });
  await asset.getByLabel(/^Modality/).selectOption("ADC");
  await asset.getByRole("button", { name: "Create" }).click();
  await expect(asset).toBeHidden();
  await page.getByLabel("Stage at signing").selectOption("PHASE_2");

  await page.getByRole("button", { name: "Grant of rights", exact: true }).click();
  await pick(page, "Included", 0, "world", /World/);
  for (const place of ["Hong Kong", "Mac", "CN"]) {
    await pick(page, "Not included", 0, place, new RegExp(`^(${place}|China)`));
  }
  await expect(group(page, "Where")).toContainText("= World excl. HK, MO, CN");

  await page.getByRole("button", { name: "Upfront payment" }).click();
  await page.getByLabel("Amount").nth(0).fill("US$400m");
  await expect(group(page, "Money")).toContainText("$400,000,000");
  await page.getByRole("button", { name: "Milestone pool" }).click();
  await page.getByLabel("Amount").nth(1).fill("up to $730m");
  await expect(page.getByLabel("Disclosure").nth(1)).toHaveValue("UP_TO");

  await page.getByRole("button", { name: "Source", exact: true }).click();
  await page.getByLabel("Web address").fill(`https://example.com/${randomUUID()}`);
  await page.getByRole("button", { name: /that nothing supports yet/ }).click();
}

test("an analyst logs a deal with a new company and asset, and it is everywhere", async ({
  page,
}) => {
  const key = randomUUID().slice(0, 8);
  const names = { licensor: `Kiso Bio ${key}`, asset: `KB-${key}` };
  await typeDeal(page, names);
  await page.getByRole("button", { name: "Save deal" }).click();

  const title = `${names.asset}: ${names.licensor} → Takeda`;
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const main = page.getByRole("main");
  await expect(main).toContainText("World excl. HK, MO, CN");
  await expect(main).toContainText("$400M");
  await expect(main).toContainText("≤ $730M");

  await page.goto(`/deals?q=${encodeURIComponent(names.licensor)}`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();

  for (const company of [`kiso-bio-${key}`, "takeda"]) {
    await page.goto(`/companies/${company}`);
    await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
  }

  const csv = await (await page.request.get("/deals/export.csv")).text();
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  expect(rows.find((row) => row.deal_id === slug)).toMatchObject({
    title,
    announced_on: "2024-11-22",
    upfront_max: "400000000",
    milestones_total_max: "730000000",
    territory_exclude: "CN|HK|MO",
    licensor_names: names.licensor,
  });

  await page.goto(`/deals/${slug}/history`);
  await expect(main).toContainText("Anna Analyst");
  await page.goto("/deals/new");
  await expect(page.getByText("You were writing here before.")).toBeHidden();
});

test("nothing is saved while something is wrong, and each problem leads to its field", async ({
  page,
}) => {
  await page.goto("/deals/new");
  await page.getByRole("button", { name: "Upfront payment" }).click();
  await page.getByLabel("Amount").fill("-1");
  await announced(page).fill("0000");
  await page.getByRole("button", { name: "Save deal" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "problems" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Party 1 › Company: Choose the company");
  await expect(summary).toContainText("Announced: The year must be between 1900 and 2100");
  await expect(summary).toContainText("An amount cannot be negative");
  await summary.getByRole("link", { name: /Announced/ }).click();
  await expect(announced(page)).toBeFocused();
  await expect(announced(page)).toHaveAccessibleDescription(/year must be/);
  expect((await new AxeBuilder({ page }).include("form[novalidate]").analyze()).violations).toEqual(
    [],
  );
});

test("a slip is shown before it is saved, and can be saved anyway", async ({ page }) => {
  const key = randomUUID().slice(0, 8);
  await typeDeal(page, { licensor: `Aso Bio ${key}`, asset: `AB-${key}` });
  await page.getByLabel("Closed", { exact: false }).first().fill("2023-01");
  await page.getByRole("button", { name: "Save deal" }).click();
  const warned = page.getByRole("alert").filter({ hasText: "to check before it is saved" });
  await expect(warned).toContainText("Closed: it closed before it was announced");
  await page.getByRole("button", { name: "Save anyway" }).click();
  await expect(page).toHaveURL(/\/deals\/ab-/);
});

test("a deal that may be there already is shown while it is typed", async ({ page }) => {
  await page.goto("/deals/new");
  await pick(page, "Company", 0, "hutchmed", /^HUTCHMED/);
  await pick(page, "Company", 1, "takeda", /^Takeda/);
  await expect(page.getByText("This deal may be in the catalogue already.")).toBeHidden();
  await announced(page).fill("2023-02-01");
  const notice = page.getByRole("status").filter({ hasText: "may be in the catalogue already" });
  await expect(notice.getByRole("link")).toHaveAttribute(
    "href",
    "/deals/takeda-hutchmed-fruquintinib-2023",
  );
});

test("a likely duplicate is named once more before it is saved, and nothing is saved yet", async ({
  page,
}) => {
  const idOf = async (noun: string, name: string) => {
    const found = await page.request.get(`/api/search?in=${noun}&q=${name}`);
    return String((await found.json()).items[0].id);
  };
  const parties = [
    { id: randomUUID(), companyId: await idOf("companies", "hutchmed"), role: "LICENSOR" },
    { id: randomUUID(), companyId: await idOf("companies", "takeda"), role: "LICENSEE" },
  ];
  const record = { title: "Fruquintinib again", type: "LICENSE", announcedOn: "2023-02", parties };
  const call = { args: [{ form: "deals/new", record, accepted: [] }] };
  const { result } = await act(page.request, "app/(workspace)/deals/save.ts save", call);
  expect(result).toMatchObject({
    ok: true,
    data: { state: "warned", warnings: [{ code: "likelyDuplicate", path: "title" }] },
  });
  const found = await page.request.get("/api/search?in=deals&q=Fruquintinib%20again");
  expect(await found.json()).toEqual({ items: [], instead: null });
});

test("a draft survives a closed tab", async ({ page, browser, baseURL }) => {
  await page.goto("/deals/new");
  await page.getByLabel("Title").fill("Half a deal");
  await page.getByRole("button", { name: "Upfront payment" }).click();
  await page.getByLabel("Amount").fill("4億円");
  // Leaving runs what closing runs; but a tab that is closed has half a second for it, and a busy machine less.
  await page.goto("/api/health");
  await page.close();

  const again = await pageOf(browser, "analyst", baseURL ?? "");
  await expect(async () => {
    await again.goto("/deals/new");
    await expect(again.getByText("You were writing here before.")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await again.getByRole("button", { name: "Restore" }).click();
  await expect(again.getByLabel("Title")).toHaveValue("Half a deal");
  await expect(again.getByLabel("Amount")).toHaveValue("4億円");
  await expect(again.getByRole("status").filter({ hasText: "Draft kept" })).toBeVisible();

  await again.reload();
  await again.getByRole("button", { name: "Discard" }).click();
  await expect(again.getByText("You were writing here before.")).toBeHidden();
  await again.reload();
  await expect(again.getByLabel("Title")).toHaveValue("");
  await expect(again.getByText("You were writing here before.")).toBeHidden();
});

test("the end of a word in an input method saves nothing", async ({ page }) => {
  await page.goto("/companies/new");
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-action"]) posts.push(request.url());
  });
  const name = page.getByLabel(/^Name/).first();
  await name.focus();
  await name.dispatchEvent("keydown", { key: "Enter", isComposing: true, ctrlKey: true });
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  expect(posts).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "problems" })).toBeVisible();
});

test.describe("a viewer", () => {
  test.use({ as: "viewer" });

  test("may open no form and keep no draft", async ({ page }) => {
    for (const address of [
      "/deals/new",
      "/companies/new",
      "/assets/new",
      "/deals/takeda-hutchmed-fruquintinib-2023/edit",
      "/companies/takeda/edit",
    ]) {
      expect((await page.goto(address))?.status(), address).toBe(403);
    }
    const draft = await page.request.post("/api/drafts", {
      headers: { "sec-fetch-site": "same-origin" },
      data: { form: "deals/new", version: null, payload: "{}" },
    });
    expect(draft.status()).toBe(403);
  });
});

test("an unknown record's form is a real 404", async ({ page }) => {
  for (const list of ["deals", "companies", "assets"]) {
    expect((await page.goto(`/${list}/no-such-record/edit`))?.status()).toBe(404);
  }
});
