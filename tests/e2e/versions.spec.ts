import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";
import { newCompany } from "../support/records";

test("an analyst compares two versions and brings the old one back", async ({ page }) => {
  const name = `Versioned Bio ${randomUUID().slice(0, 8)}`;
  const address = await newCompany(page, name);
  await page.goto(`${address}/edit`);
  await page.getByLabel(/^City/).fill("Osaka");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Changes saved")).toBeVisible();

  await page.goto(`${address}/history`);
  await page.getByRole("link", { name: "changed since" }).click();
  const comparison = page.getByRole("region", { name: "Version 1 compared with version 2" });
  await expect(comparison).toContainText("Osaka");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await comparison.getByRole("button", { name: "Restore version 1…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Restored")).toBeVisible();
  await page.goto(`${address}/history?from=1&to=3`);
  await expect(page.getByText("Nothing differs.")).toBeVisible();
  await page.goto(address);
  await expect(page.getByText("Osaka")).toBeHidden();
});

test("the history tells what was known on a day, and that a day was too early", async ({
  page,
}) => {
  const history = "/deals/takeda-hutchmed-fruquintinib-2023/history";
  await page.goto(history);
  await page.getByLabel("What was known on").fill("2020-01-01");
  await page.getByRole("button", { name: "Look back" }).click();
  await expect(
    page.getByText("On 2020-01-01 the catalogue did not hold this record"),
  ).toBeVisible();
  await page.goto(`${history}?from=1&to=99`);
  await expect(page.getByText("There is no version 1 or no version 99")).toBeVisible();
  await page.goto(`${history}?from=x&to=-1&known=never`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
