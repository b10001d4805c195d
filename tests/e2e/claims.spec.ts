import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";

const deal = "/deals/towa-luye-rivastigmine-patch-2020";

async function accept(page: Page, claim: RegExp) {
  const conflicts = page.getByRole("region", { name: "Sources disagree" });
  await conflicts.getByRole("button", { name: claim }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Why/).fill("It is the companies' own word");
  return dialog;
}

test("an analyst accepts one of two dates: the deal says it, and accepts the other again", async ({
  page,
}) => {
  await page.goto(deal);
  const facts = page.getByRole("region", { name: "Key facts" });
  await expect(facts).toContainText("18 Feb 2021");

  const dialog = await accept(page, /^Decide about announcement date: Dec 2020/i);
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(page.getByText("The record now says so: announcement date.")).toBeVisible();
  await expect(facts).toContainText("Dec 2020");
  const conflicts = page.getByRole("region", { name: "Sources disagree" });
  await expect(conflicts).toContainText("18 Feb 2021Rejected");

  const back = await accept(page, /^Decide about announcement date: 18 Feb 2021/i);
  await back.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(facts).toContainText("18 Feb 2021");
});

test("an analyst adds what a source says, and is told what is missing", async ({ page }) => {
  await page.goto(deal);
  const claims = page.getByRole("region", { name: "What sources say" });
  await claims.getByRole("button", { name: "Add a claim" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^About/).selectOption({ label: "summary" });
  await dialog.getByLabel("Source", { exact: true }).selectOption({ label: "Another document…" });
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toContainText("Give the source an address or a title");
  await dialog.getByLabel("Title of the document").fill("A paper of our own");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Added.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Evidence" })).toContainText("A paper of our own");
});

test("who holds an asset in one country is asked in the address, and read without fault", async ({
  page,
}) => {
  await page.goto("/assets/fruquintinib");
  await page.getByLabel("Country", { exact: true }).selectOption("TW");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/country=TW/);
  const answer = page.getByRole("heading", { name: "Who holds Taiwan" }).locator("..");
  await expect(answer.getByRole("link", { name: "Takeda", exact: true })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto("/assets/fruquintinib?country=CN&as_of=2024-01-01");
  await expect(
    page.getByRole("heading", { name: "Rights by country on 1 Jan 2024" }),
  ).toBeVisible();
  const mainland = page.getByRole("heading", { name: /^Who holds China/ }).locator("..");
  await expect(mainland).toContainText("HUTCHMED");
  await expect(mainland).toContainText("derived");
});

test("a figure that needs evidence leads to its place on the deal's page", async ({ page }) => {
  await page.goto("/quality");
  await page.getByRole("link", { name: "Figures that need evidence" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Figures that need evidence");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: "Milestone pool" }).first().click();
  await expect(page).toHaveURL(/#payment-/);
});
