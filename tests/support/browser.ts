import { type Browser, test as base, request } from "@playwright/test";
import { accounts, password } from "./accounts";

type Who = keyof typeof accounts | "stranger";
type Session = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>["storageState"]>>;

/** Signs in as next-auth's own form does, and gives the cookies. */
export async function signIn(baseURL: string, email: string): Promise<Session> {
  const context = await request.newContext({ baseURL });
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  const answer = await context.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
  });
  if (!answer.ok()) throw new Error(`Signing in as ${email} answered ${answer.status()}`);
  const session = await context.storageState();
  await context.dispose();
  return session;
}

const sessions = new Map<string, Promise<Session>>();

/** The cookies of one of the accounts; a stranger has none. */
export async function sessionOf(who: Who, baseURL: string): Promise<Session> {
  if (who === "stranger") return { cookies: [], origins: [] };
  const session = sessions.get(who) ?? signIn(baseURL, accounts[who].email);
  sessions.set(who, session);
  return session;
}

/** A page of somebody else, beside the test's own. Its context closes with the browser. */
export async function pageOf(browser: Browser, who: Who, baseURL: string) {
  const context = await browser.newContext({
    storageState: await sessionOf(who, baseURL),
    baseURL,
  });
  return context.newPage();
}

/** Playwright's `test` with a signed-in visitor: `test.use({ as: "viewer" })`; an analyst by default. */
export const test = base.extend<{ as: Who; site: string }>({
  as: ["analyst", { option: true }],
  /** Where the application is: \`baseURL\`, which is always there. */
  site: async ({ baseURL }, use) => {
    await use(baseURL ?? "");
  },
  storageState: async ({ as, site }, use) => {
    await use(await sessionOf(as, site));
  },
});
