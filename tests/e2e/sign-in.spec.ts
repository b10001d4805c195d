import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { administrator } from "../support/accounts";

const password = "correct horse battery staple";

async function signIn(page: Page, who: { email: string; password: string }) {
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function asAdministrator(page: Page) {
  await page.goto("/sign-in?callbackUrl=/settings/people");
  await signIn(page, administrator);
  await expect(page).toHaveURL("/settings/people");
}

/** Invites somebody and gives the link that is shown. */
async function invite(page: Page, email: string, name: string, role: string): Promise<string> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Make the invitation" }).click();
  return page.getByLabel("One-time link").inputValue();
}

/** Another person at another computer. */
async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test("a visitor is sent to sign in, told plainly when it fails, and brought back where they wanted", async ({
  page,
}) => {
  await page.goto("/settings/password");
  await expect(page).toHaveURL("/sign-in?callbackUrl=%2Fsettings%2Fpassword");
  await signIn(page, { email: administrator.email, password: "a wrong password" });
  await expect(page.getByText("The e-mail address or the password is wrong")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(administrator.email);
  await signIn(page, administrator);
  await expect(page).toHaveURL("/settings/password");
});

test("nobody is led to another site by the address of the sign-in page", async ({ page }) => {
  await page.goto("/sign-in?callbackUrl=//evil.example/settings");
  await signIn(page, administrator);
  await expect(page).toHaveURL("/");
});

test("signing out ends the session", async ({ page }) => {
  await asAdministrator(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/settings/people");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an invited person chooses a password, signs in, and a new role counts at the next request", async ({
  page,
  browser,
}) => {
  const email = `${randomUUID()}@example.com`;
  const name = `Aki ${email.slice(0, 8)}`;
  await asAdministrator(page);
  const link = await invite(page, email, name, "VIEWER");

  const guest = await elsewhere(browser);
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: `Welcome, ${name}` })).toBeVisible();
  await guest.getByLabel("New password").fill(password);
  await guest.getByRole("button", { name: "Set the password" }).click();
  await expect(guest.getByText("Your password is set")).toBeVisible();
  await signIn(guest, { email, password });
  await expect(guest).toHaveURL("/");

  expect((await guest.goto("/settings/people"))?.status()).toBe(403);
  await page.getByLabel(`Role of ${name}`).selectOption("ADMIN");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText(`${name} is now an administrator`)).toBeVisible();
  expect((await guest.goto("/settings/people"))?.status()).toBe(200);

  expect((await guest.goto(link))?.status()).toBe(404);
  await expect(guest.getByText("This link no longer works")).toBeVisible();

  await page.reload();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button", { name: "Disable" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
  await guest.goto("/settings/people");
  await expect(guest).toHaveURL(/\/sign-in/);
});

test("a script signs in through next-auth's own endpoint", async ({ request }) => {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, ...administrator, json: "true" };
  const response = await request.post("/api/auth/callback/credentials", { form });
  expect(response.status()).toBe(200);
  const { user } = await (await request.get("/api/auth/session")).json();
  expect(user).toMatchObject({ email: administrator.email, role: "ADMIN" });
});
