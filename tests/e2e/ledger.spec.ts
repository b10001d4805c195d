import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";

const deal = "takeda-hutchmed-fruquintinib-2023";

test("payments are reached by calendar, state and company, and each way leads to as many as it says", async ({
  page,
}) => {
  await page.goto("/milestones");
  const ways = page.getByRole("navigation", { name: "Ways into the list" });
  for (const name of ["Due", "Paid"]) {
    const way = ways.getByRole("link", { name: new RegExp(`^${name} \\d+$`) });
    const count = (await way.textContent())?.match(/\d+$/)?.[0];
    await way.click();
    await expect(
      page
        .getByRole("status")
        .filter({ hasText: `${count} ` })
        .first(),
    ).toBeVisible();
    await expect(ways.getByRole("link", { name: new RegExp(`^${name} `) })).toHaveAttribute(
      "aria-current",
      "true",
    );
  }
  await ways.getByText("By company").click();
  await ways
    .getByRole("link", { name: /^Takeda / })
    .first()
    .click();
  await expect(page).toHaveURL(/pay(er|ee)=takeda/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("what is inside a sum is told by keyboard, and Escape puts it away", async ({ page }) => {
  await page.goto(`/milestones?deal=${deal}`);
  const inside = page.getByRole("button", { name: "2 of 2 disclosed" });
  await inside.focus();
  await page.keyboard.press("Enter");
  const told = page.getByText("What is inside");
  await expect(told).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "≤ $730M" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(told).toBeHidden();
});

test("a deal goes from headline to cash in a picture and a table whose steps lead to their payments", async ({
  page,
}) => {
  await page.goto(`/deals/${deal}`);
  const table = page.getByRole("region", { name: "From headline to cash, USD" });
  const paid = table.getByRole("row", { name: /^Paid/ });
  await expect(paid).toContainText("≥ $435M");
  await paid.getByRole("link", { name: "2" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 found" }).first()).toBeVisible();
});

test("the table of deals adds up all that its filter lets through when it is asked to", async ({
  page,
}) => {
  await page.goto("/deals?company=hutchmed");
  await page.getByRole("button", { name: "Add up these deals" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Headline" })).toContainText("$1.13B");
});

test("a corridor and a year have waterfalls of their own", async ({ page }) => {
  await page.goto("/insight/waterfall?from=CN&to=JP");
  await page.getByRole("link", { name: "2023", exact: true }).click();
  await expect(page).toHaveURL(/from=CN&to=JP&announced_from=2023-01-01&announced_to=2023-12-31/);
  await expect(page.getByRole("heading", { name: "USD" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("the calendar answers with its tag, and with nothing while nothing has changed", async ({
  page,
}) => {
  const address = `/api/v1/milestones.ics?deal=${deal}&state=TRIGGERED`;
  const calendar = await page.request.get(address);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("DTSTART;VALUE=DATE:20241031");
  const again = await page.request.get(address, {
    headers: { "if-none-match": calendar.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  expect((await page.request.get("/api/v1/milestones.ics?due=never")).status()).toBe(400);
});
