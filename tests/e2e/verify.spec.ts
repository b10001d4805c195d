import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";

test("a file is held against its receipt, and an archive against the one inside it", async ({
  page,
  request,
}) => {
  const [csv, receipt, zip] = await Promise.all(
    ["/companies/export.csv", "/companies/export.csv.receipt.json", "/export.zip"].map(
      async (address) => (await request.get(address)).body(),
    ),
  );
  await page.goto("/verify");
  const check = async (file: Buffer | undefined, name: string, said?: Buffer) => {
    const buffer = file ?? Buffer.alloc(0);
    await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "", buffer });
    const given = said && [{ name: "receipt.json", mimeType: "application/json", buffer: said }];
    await page.getByLabel(/^Receipt/).setInputFiles(given ?? []);
    await page.getByRole("button", { name: "Check" }).click();
  };
  const same = page.getByText("Every byte is as the receipt says.");
  const different = page.getByText("1 file is not as the receipt says.");

  await check(csv, "companies.csv", receipt);
  await expect(same).toBeVisible();
  await check(csv?.subarray(0, -40), "companies.csv", receipt);
  await expect(different).toBeVisible();
  await check(csv, "companies.csv");
  await expect(page.getByText("This file is no archive")).toBeVisible();
  await check(zip, "catalogue.zip");
  await expect(same).toBeVisible();
  await expect(page.getByRole("row", { name: /payment_events\.csv As it says/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await check(zip?.subarray(0, -40), "catalogue.zip");
  await expect(page.getByText("This file is no archive")).toBeVisible();
});

test("the pages of tokens and of the API are for everyone to use", async ({ page }) => {
  await page.goto("/settings/tokens");
  await page.getByLabel("Name").fill("A script of mine");
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByLabel("Token", { exact: true })).toHaveValue(/^kk_[\w-]{43}$/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const row = page.getByRole("row", { name: /A script of mine/ });
  await row.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByText("Revoked")).toBeVisible();
  await page.goto("/api/docs");
  await expect(page.getByRole("heading", { name: "PATCH /deals/{slug}" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
