import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { startProvider, type Vouched } from "../support/oidc-provider";

/** Where `playwright.config.ts` tells the application that its provider is. */
const issuer = `http://localhost:${Number(process.env.E2E_PORT ?? "3119") + 1}`;

let vouched: Vouched;
let provider: Awaited<ReturnType<typeof startProvider>>;

test.beforeAll(async () => {
  provider = await startProvider(issuer, () => vouched);
});

test.afterAll(() => provider.stop());

function somebody(change: Partial<Vouched> = {}): Vouched {
  const sub = randomUUID();
  const person = { sub, email: `${sub}@example.com`, email_verified: true };
  return { ...person, name: `Olu ${sub.slice(0, 8)}`, ...change };
}

async function signIn(page: Page, to = "/companies") {
  await page.goto(`/sign-in?callbackUrl=${to}`);
  await page.getByRole("button", { name: "Sign in with your organisation" }).click();
}

test("somebody whom the organisation vouches for comes in as a viewer, where they wanted to go", async ({
  page,
}) => {
  vouched = somebody();
  await signIn(page);
  await expect(page).toHaveURL("/companies");
  await expect(page.getByText(vouched.name).first()).toBeVisible();
  expect((await page.goto("/deals/new"))?.status()).toBe(403);
});

test("nobody else comes in, and is told so without a reason that helps", async ({ page }) => {
  for (const change of [
    { email_verified: false },
    { email: "somebody@elsewhere.example" },
    { email: "not an address" },
  ]) {
    vouched = somebody(change);
    await signIn(page);
    await expect(page).toHaveURL(/\/sign-in\?.*error=/);
    await expect(page.getByRole("alert")).toBeVisible();
    await page.goto("/companies");
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test("a name that no database holds is none: the e-mail address stands for it", async ({
  page,
}) => {
  vouched = somebody({ name: "Olu\u0000\u202E" });
  await signIn(page);
  await expect(page).toHaveURL("/companies");
  await expect(page.getByText(vouched.email).first()).toBeVisible();
});
