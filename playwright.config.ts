import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";

/** The system's Chromium, or the one that comes inside an npm package; nothing is downloaded. */
async function chromiumPath(): Promise<string> {
  const known = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const found = known.find((path) => path && existsSync(path));
  return found ?? sparticuz.executablePath();
}

const port = process.env.E2E_PORT ?? "3119";
const baseURL = `http://localhost:${port}`;
// The workers read this file too; they take what the first reading found.
process.env.CHROMIUM_PATH = await chromiumPath();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node scripts/e2e-server.mjs",
    url: `${baseURL}/api/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    env: {
      PORT: port,
      NEXTAUTH_URL: baseURL,
      NEXTAUTH_SECRET: "a secret for tests only, thirty-two characters or more",
      LOG_LEVEL: "error",
      // tests/e2e/oidc.spec.ts is the provider, while it runs.
      OIDC_ISSUER: `http://localhost:${Number(port) + 1}`,
      OIDC_CLIENT_ID: "kakehashi",
      OIDC_CLIENT_SECRET: "known to the test's own provider",
      OIDC_ALLOWED_DOMAINS: "example.com",
    },
  },
});
