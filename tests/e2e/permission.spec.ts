import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, expect, request } from "@playwright/test";
import { password } from "../support/accounts";
import { act, actionNames, addressOf, type Call } from "../support/act";
import { pageOf, sessionOf, signIn, test } from "../support/browser";
import { sourceFiles } from "../support/source-files";

const id = "00000000-0000-7000-8000-00000000abcd";
const otherId = "00000000-0000-7000-8000-00000000abce";
const ref = { id, version: 1 };
const withdrawal = { ...ref, reason: "A test of rights" };
const saved = (form: string, record: object) => [{ form, record, accepted: [] }];
const company = { name: "Refused Labs", country: "JP", kind: "PHARMA" };
const asset = { name: "RL-1", modality: "ADC" };
const deal = {
  title: "A deal that is refused",
  type: "OTHER",
  announcedOn: "2024",
  parties: [
    { id: randomUUID(), companyId: id, role: "PARTNER" },
    { id: randomUUID(), companyId: randomUUID(), role: "PARTNER" },
  ],
};
const paper = { id, kind: "OTHER", title: "Refused", grade: "PRESS" };
const claim = { field: "title", value: "", quote: "", note: "", sourceId: id, source: null };
const reading = { encoding: "utf-8", delimiter: "comma" };
const step = { dealId: id, version: 1, termId: id, from: "CONTINGENT", to: "TRIGGERED" };

/** Who may, at least, and a call that is right in every other way. */
const guarded: Record<string, { least: "ANALYST" | "ADMIN"; call: Call }> = {
  ...recordActions("assets"),
  ...recordActions("companies"),
  ...recordActions("deals"),
  "app/(workspace)/assets/save.ts save": {
    least: "ANALYST",
    call: { args: saved("assets/new", asset) },
  },
  "app/(workspace)/companies/save.ts save": {
    least: "ANALYST",
    call: { args: saved("companies/new", company) },
  },
  "app/(workspace)/deals/save.ts save": {
    least: "ANALYST",
    call: { args: saved("deals/new", deal) },
  },
  "app/(workspace)/sources/save.ts save": {
    least: "ANALYST",
    call: { args: saved(`sources/${id}/edit`, { ...paper, version: 1 }) },
  },
  "app/(workspace)/deals/create.ts createCompany": { least: "ANALYST", call: { args: [company] } },
  "app/(workspace)/deals/create.ts createAsset": { least: "ANALYST", call: { args: [asset] } },
  "app/(workspace)/deals/new/read.ts read": { least: "ANALYST", call: { args: [{ text: "A" }] } },
  "app/(workspace)/duplicates/actions.ts merge": {
    least: "ANALYST",
    call: {
      args: [
        { noun: "COMPANY", kept: ref, merged: { ...ref, id: otherId }, reason: "A test of rights" },
      ],
    },
  },
  "app/(workspace)/duplicates/actions.ts undo": { least: "ANALYST", call: { args: [{ id }] } },
  "app/(workspace)/duplicates/actions.ts keepApart": {
    least: "ANALYST",
    call: { args: [{ noun: "COMPANY", ids: [id, otherId] }] },
  },
  "app/(workspace)/bulk.ts previewBatch": {
    least: "ANALYST",
    call: {
      args: [{ selection: { kind: "ids", ids: [id] }, edit: { kind: "status", to: "ACTIVE" } }],
    },
  },
  "app/(workspace)/bulk.ts applyBatch": { least: "ANALYST", call: { args: [{ id }] } },
  "app/(workspace)/bulk.ts undoBatch": { least: "ANALYST", call: { args: [{ id }] } },
  "app/(workspace)/deals/[slug]/actions.ts recordStep": {
    least: "ANALYST",
    call: { args: [step] },
  },
  "app/(workspace)/comparables/actions.ts freeze": {
    least: "ANALYST",
    call: { args: [{ name: "Refused", query: "type=LICENSE" }] },
  },
  "app/(workspace)/comparables/actions.ts remove": { least: "ANALYST", call: { args: [{ id }] } },
  "app/(workspace)/import/actions.ts readFile": {
    least: "ANALYST",
    call: { args: [{ id, kind: "deals", settings: { ...reading, columns: [] } }] },
  },
  "app/(workspace)/import/actions.ts resampleFile": {
    least: "ANALYST",
    call: { args: [{ id, ...reading }] },
  },
  "app/(workspace)/import/actions.ts applyFile": { least: "ANALYST", call: { args: [{ id }] } },
  "app/(workspace)/import/actions.ts undoFile": { least: "ANALYST", call: { args: [{ id }] } },
  "app/(workspace)/settings/rates/actions.ts add": {
    least: "ANALYST",
    call: { form: { base: "USD", quote: "TWD", on: "2024-11-22", rate: "32.5", source: "A test" } },
  },
  "app/(workspace)/settings/rates/actions.ts correct": {
    least: "ANALYST",
    call: { form: { id, was: "1", rate: "32.5", source: "A test" } },
  },
  "app/(workspace)/settings/people/actions.ts invite": {
    least: "ADMIN",
    call: { form: { email: "refused@example.com", name: "Refused", role: "ADMIN" } },
  },
  "app/(workspace)/settings/webhooks/actions.ts create": {
    least: "ADMIN",
    call: { form: { url: "https://refused.example" } },
  },
  "app/(workspace)/settings/webhooks/actions.ts disable": {
    least: "ADMIN",
    call: { args: [{ id }] },
  },
  "app/(workspace)/settings/people/actions.ts changeRole": {
    least: "ADMIN",
    call: { args: [{ id, role: "ADMIN" }] },
  },
  "app/(workspace)/settings/people/actions.ts disable": {
    least: "ADMIN",
    call: { args: [{ id }] },
  },
  "app/(workspace)/settings/people/actions.ts enable": { least: "ADMIN", call: { args: [{ id }] } },
  "app/(workspace)/settings/people/actions.ts reset": { least: "ADMIN", call: { args: [{ id }] } },
  "app/(workspace)/view-actions.ts save": {
    least: "ANALYST",
    call: { args: [{ page: "deals", name: "Refused", query: "", access: "shared" }] },
  },
};

function recordActions(list: string): typeof guarded {
  const file = `app/(workspace)/${list}/[slug]/actions.ts`;
  return {
    [`${file} judgeClaim`]: {
      least: "ANALYST",
      call: { args: [{ ...withdrawal, claimId: id, verdict: "ACCEPTED" }] },
    },
    [`${file} addClaim`]: {
      least: "ANALYST",
      call: { args: [{ ...ref, ...claim }] },
    },
    [`${file} withdraw`]: { least: "ANALYST", call: { args: [withdrawal] } },
    [`${file} restoreVersion`]: { least: "ANALYST", call: { args: [{ ...ref, to: 1 }] } },
    [`${file} restore`]: { least: "ANALYST", call: { args: [ref] } },
    [`${file} purge`]: { least: "ADMIN", call: { args: [withdrawal] } },
  };
}

/** Actions that need no role: one's own session, password, cookies, views and tokens; tests/db knows whose. */
const open = [
  "app/(auth)/link/[token]/actions.ts acceptLink",
  "app/(auth)/sign-in/actions.ts signIn",
  "app/(workspace)/settings/password/actions.ts changePassword",
  "app/(workspace)/settings/tokens/actions.ts create",
  "app/(workspace)/settings/tokens/actions.ts revoke",
  "app/preferences.ts setLocale",
  "app/preferences.ts setTheme",
  "app/sign-out.ts signOut",
  "app/(workspace)/view-actions.ts arrange",
  "app/(workspace)/view-actions.ts change",
  "app/(workspace)/view-actions.ts chooseDefault",
  "app/(workspace)/view-actions.ts remove",
];

type Route = { least: "NOBODY" | "VIEWER" | "ANALYST" | "ADMIN"; url: string; data?: object };

/** The files of each list, and their receipts. */
const fileRoutes = ["deals", "companies", "milestones", "comparables"]
  .flatMap((list) => ["csv", "xlsx", "ndjson"].map((format) => `${list}/export.${format}`))
  .flatMap((file) => [file, `${file}.receipt.json`])
  .map((file): [string, Route] => [
    `app/(workspace)/${file}/route.ts GET`,
    { least: "VIEWER", url: `/${file}` },
  ]);

const nowhere = { least: "NOBODY", url: "/api/v1/nothing" } as const;

/** The API, as a browser reaches it; tests/e2e/api.spec.ts knows its tokens. */
const apiRoutes: Record<string, Route> = {
  ...Object.fromEntries(
    ["DELETE", "GET", "PATCH", "POST", "PUT"].map((method) => [
      `app/api/v1/[...rest]/route.ts ${method}`,
      nowhere,
    ]),
  ),
  ...recordRoutes("deals", deal),
  ...recordRoutes("companies", company),
  ...recordRoutes("assets", asset),
  "app/api/v1/deals/[slug]/history/route.ts GET": {
    least: "VIEWER",
    url: "/api/v1/deals/takeda-hutchmed-fruquintinib-2023/history",
  },
  "app/api/v1/deals/[slug]/payments/[term]/events/route.ts POST": {
    least: "ANALYST",
    url: `/api/v1/deals/takeda-hutchmed-fruquintinib-2023/payments/${id}/events`,
    data: { from: "CONTINGENT", to: "TRIGGERED" },
  },
  "app/api/v1/archives/route.ts POST": { least: "ADMIN", url: "/api/v1/archives" },
  "app/api/v1/feed.atom/route.ts GET": { least: "VIEWER", url: "/api/v1/feed.atom" },
  "app/api/v1/milestones/route.ts GET": { least: "VIEWER", url: "/api/v1/milestones" },
  "app/api/v1/openapi.json/route.ts GET": { least: "VIEWER", url: "/api/v1/openapi.json" },
};

function recordRoutes(list: "deals" | "companies" | "assets", data: object): Record<string, Route> {
  const url = `/api/v1/${list}`;
  const one = addressOf(`app/(workspace)/${list}/[slug]/page`);
  return {
    [`app/api/v1/${list}/route.ts GET`]: { least: "VIEWER", url },
    [`app/api/v1/${list}/route.ts POST`]: { least: "ANALYST", url, data },
    [`app/api/v1/${list}/[slug]/route.ts GET`]: { least: "VIEWER", url: `/api/v1${one}` },
    [`app/api/v1/${list}/[slug]/route.ts PATCH`]: { least: "ANALYST", url: `/api/v1${one}`, data },
  };
}

/** Every method of every route handler: who may, at least, and a request of it. */
const routes: Record<string, Route> = {
  ...Object.fromEntries(fileRoutes),
  ...apiRoutes,
  "app/(workspace)/export.zip/route.ts GET": { least: "VIEWER", url: "/export.zip" },
  "app/api/auth/[...nextauth]/route.ts GET": { least: "NOBODY", url: "/api/auth/csrf" },
  // It asks for its own token: without one it writes nothing, whoever asks.
  "app/api/auth/[...nextauth]/route.ts POST": { least: "NOBODY", url: "/api/auth/signout" },
  "app/api/catalogue/deals/count/route.ts GET": {
    least: "VIEWER",
    url: "/api/catalogue/deals/count",
  },
  "app/api/catalogue/deals/facets/route.ts GET": {
    least: "VIEWER",
    url: "/api/catalogue/deals/facets",
  },
  "app/api/catalogue/deals/totals/route.ts GET": {
    least: "VIEWER",
    url: "/api/catalogue/deals/totals",
  },
  "app/api/catalogue/deals/route.ts GET": {
    least: "VIEWER",
    url: "/api/catalogue/deals",
  },
  "app/api/drafts/route.ts DELETE": { least: "ANALYST", url: "/api/drafts?form=deals/new" },
  "app/api/drafts/route.ts POST": {
    least: "ANALYST",
    url: "/api/drafts",
    data: { form: "assets/new", version: null, payload: "{}" },
  },
  "app/api/duplicates/route.ts GET": { least: "VIEWER", url: "/api/duplicates" },
  "app/api/health/route.ts GET": { least: "NOBODY", url: "/api/health" },
  "app/(workspace)/import/[id]/rejects.csv/route.ts GET": {
    least: "ANALYST",
    url: `/import/${id}/rejects.csv`,
  },
  "app/api/imports/route.ts POST": { least: "ANALYST", url: "/api/imports?name=a", data: {} },
  "app/api/preferences/route.ts POST": {
    least: "VIEWER",
    url: "/api/preferences",
    data: {
      page: "deals",
      layout: { columns: null, pinned: null, widths: {}, density: "default" },
    },
  },
  "app/api/ready/route.ts GET": { least: "NOBODY", url: "/api/ready" },
  "app/api/v1/milestones.ics/route.ts GET": { least: "VIEWER", url: "/api/v1/milestones.ics" },
  "app/api/search/route.ts GET": { least: "VIEWER", url: "/api/search?q=takeda" },
};

/** Pages that ask for more than reading; everything else in the workspace is for whoever is signed in. */
const pages: Record<string, "NOBODY" | "ANALYST" | "ADMIN"> = {
  "app/(auth)/link/[token]/page": "NOBODY",
  "app/(auth)/sign-in/page": "NOBODY",
  "app/(workspace)/assets/[slug]/edit/page": "ANALYST",
  "app/(workspace)/assets/new/page": "ANALYST",
  "app/(workspace)/companies/[slug]/edit/page": "ANALYST",
  "app/(workspace)/companies/new/page": "ANALYST",
  "app/(workspace)/deals/[slug]/edit/page": "ANALYST",
  "app/(workspace)/deals/new/page": "ANALYST",
  "app/(workspace)/import/page": "ANALYST",
  "app/(workspace)/import/[id]/page": "ANALYST",
  "app/(workspace)/settings/people/page": "ADMIN",
  "app/(workspace)/settings/webhooks/page": "ADMIN",
  "app/(workspace)/sources/[id]/edit/page": "ANALYST",
};

const files = sourceFiles(["app"]);
const routeFiles = files.filter(({ path }) => path.endsWith("/route.ts"));
const pageNames = files
  .filter(({ path }) => path.endsWith("/page.tsx"))
  .map(({ path }) => path.replace(/\.tsx$/, ""));

function methodsOf({ path, text }: { path: string; text: string }): string[] {
  const found = text.matchAll(/^export .*?\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(.*)$/gm);
  return [...found].flatMap(([whole]) =>
    [...whole.matchAll(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g)].map(
      ([method]) => `${path} ${method}`,
    ),
  );
}

test("every action, route and page has its place in the tables of this file", () => {
  expect(actionNames().sort()).toEqual([...Object.keys(guarded), ...open].sort());
  expect(routeFiles.flatMap(methodsOf).sort()).toEqual(Object.keys(routes).sort());
  expect(pageNames).toEqual(expect.arrayContaining(Object.keys(pages)));
});

test("what this file calls an action is what the sources call one", () => {
  const actionFiles = files.filter(({ text }) => text.startsWith('"use server"'));
  const named = actionFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:const|async function) (\w+)/gm)].map(
      ([, name]) => `${path} ${name}`,
    ),
  );
  expect(named.sort()).toEqual(actionNames().sort());
});

type Refused = { actions: string; routes: number; pages: "/sign-in" | 403 };

/** Calls everything that `may` does not hold, and sees it refused. */
async function expectRefused(
  context: APIRequestContext,
  may: readonly string[],
  { actions, routes: status, pages: end }: Refused,
) {
  for (const [name, { least, call }] of Object.entries(guarded)) {
    if (may.includes(least)) continue;
    const { result } = await act(context, name, call);
    expect(result, name).toMatchObject({ ok: false, error: { code: actions } });
  }
  for (const [name, { least, url, data }] of Object.entries(routes)) {
    if (may.includes(least)) continue;
    const headers = { "sec-fetch-site": "same-origin" };
    const method = name.split(" ").at(-1);
    const answer = await context.fetch(url, { method, data, headers, maxRedirects: 0 });
    expect(answer.status(), name).toBe(status);
  }
  for (const name of pageNames) {
    if (may.includes(pages[name] ?? "VIEWER")) continue;
    const headers = { accept: "text/html" };
    const answer = await context.get(addressOf(name), { headers, maxRedirects: 0 });
    if (end === 403) expect(answer.status(), name).toBe(403);
    else expect(answer.headers().location, name).toMatch(/^(http:\/\/[^/]+)?\/sign-in(\?|$)/);
  }
}

/** Everything a write could have changed, as the administrator sees it. */
async function everything(browser: Browser, site: string) {
  const page = await pageOf(browser, "admin", site);
  const read = async (url: string) => (await page.request.get(url)).text();
  const lists = ["deals", "companies", "milestones"].map((list) => `/${list}/export.csv`);
  await page.goto("/settings/people");
  const table = await page.getByRole("table").textContent();
  // Signing in is no write of the one who is tested.
  const people = table?.replaceAll(/never|\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, "");
  await page.goto("/");
  await expect(page.getByText("Loading …")).toHaveCount(0);
  const latest = await page.getByRole("main").textContent();
  const files = await Promise.all(lists.map(read));
  await page.context().close();
  return [...files, people, latest];
}

const strangers = { actions: "UNAUTHENTICATED", routes: 401, pages: "/sign-in" } as const;

async function contextWith(storageState: Awaited<ReturnType<typeof sessionOf>>, site: string) {
  return request.newContext({ baseURL: site, storageState });
}

test("a stranger gets nothing but the way to sign in, and writes nothing", async ({
  browser,
  site,
}) => {
  const before = await everything(browser, site);
  const context = await contextWith(await sessionOf("stranger", site), site);
  await expectRefused(context, ["NOBODY"], strangers);
  expect(await everything(browser, site)).toEqual(before);
});

test("a viewer reads and exports, and is refused everything else", async ({ browser, site }) => {
  const before = await everything(browser, site);
  const context = await contextWith(await sessionOf("viewer", site), site);
  const forbidden = { actions: "FORBIDDEN", routes: 403, pages: 403 } as const;
  await expectRefused(context, ["NOBODY", "VIEWER"], forbidden);
  for (const [name, { least, url, data }] of Object.entries(routes)) {
    if (least !== "VIEWER") continue;
    const headers = { "sec-fetch-site": "same-origin" };
    const answer = await context.fetch(url, { method: name.split(" ").at(-1), data, headers });
    expect(answer.ok(), name).toBe(true);
  }
  // There is no batch and no frozen set until one is made.
  const made = /batches|comparables\/\[id\]/;
  for (const name of pageNames.filter((page) => !pages[page] && !made.test(page))) {
    expect((await context.get(addressOf(name))).status(), name).toBe(200);
  }
  expect(await everything(browser, site)).toEqual(before);
});

test("an analyst manages no people and purges nothing", async ({ browser, site }) => {
  const before = await everything(browser, site);
  const context = await contextWith(await sessionOf("analyst", site), site);
  const forbidden = { actions: "FORBIDDEN", routes: 403, pages: 403 } as const;
  await expectRefused(context, ["NOBODY", "VIEWER", "ANALYST"], forbidden);
  expect(await everything(browser, site)).toEqual(before);
});

test("someone who was disabled is a stranger at the next request, whatever cookie they hold", async ({
  browser,
  site,
}) => {
  const email = `${randomUUID()}@example.com`;
  const name = `Leaver ${email.slice(0, 8)}`;
  const session = await sessionOfNewcomer(site, { email, name });
  const context = await contextWith(session, site);
  const draft = routes["app/api/drafts/route.ts POST"];
  const headers = { "sec-fetch-site": "same-origin" };
  expect((await context.post("/api/drafts", { data: draft?.data, headers })).status()).toBe(204);

  const admin = await pageOf(browser, "admin", site);
  await admin.goto("/settings/people");
  const row = admin.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button", { name: "Disable" }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(row.getByText("Disabled", { exact: true })).toBeVisible();

  const before = await everything(browser, site);
  await expectRefused(context, ["NOBODY"], strangers);
  await expect(signIn(site, email)).rejects.toThrow("401");
  expect(await everything(browser, site)).toEqual(before);
});

/** An analyst who was invited, chose a password and signed in. */
async function sessionOfNewcomer(site: string, person: { email: string; name: string }) {
  const admin = await contextWith(await sessionOf("admin", site), site);
  const { result } = await act(admin, "app/(workspace)/settings/people/actions.ts invite", {
    form: { ...person, role: "ANALYST" },
  });
  const token = /[\w-]{43}/.exec(JSON.stringify(result))?.[0] ?? "";
  const guest = await contextWith(await sessionOf("stranger", site), site);
  await act(guest, "app/(auth)/link/[token]/actions.ts acceptLink", { form: { token, password } });
  return signIn(site, person.email);
}

test("a write that another site sends is refused, though the session is good", async ({
  page,
  site,
}) => {
  const name = "app/(workspace)/companies/save.ts save";
  const call = { args: saved("companies/new", company) };
  for (const from of ["cross-site", "same-site", "none"]) {
    const { status, result } = await act(page.request, name, call, { "sec-fetch-site": from });
    expect(status).toBe(200);
    expect(result).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
  }
  const answer = await page.request.post("/api/drafts", {
    data: { form: "assets/new", version: null, payload: "{}" },
    headers: { origin: "https://evil.example" },
  });
  expect(answer.status()).toBe(403);
  const found = await page.request.get(`${site}/api/search?in=companies&q=Refused%20Labs`);
  expect(await found.json()).toEqual({ items: [], instead: null });
});
