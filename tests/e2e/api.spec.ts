import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { type APIRequestContext, expect, request as requests } from "@playwright/test";
import { act } from "../support/act";
import { sessionOf, test } from "../support/browser";
import { takeBackDeal } from "../support/take-back";

const run = promisify(execFile);
type Access = "read" | "write";

/** A token that the analyst made on the page. */
async function tokenOf(site: string, access: Access): Promise<string> {
  const person = await requests.newContext({
    baseURL: site,
    storageState: await sessionOf("analyst", site),
  });
  const action = "app/(workspace)/settings/tokens/actions.ts create";
  const form = { name: `For the tests, ${access}`, access, life: "30" };
  const { text } = await act(person, action, { form });
  return /kk_[\w-]{43}/.exec(text)?.[0] ?? "";
}

/** Who has no cookie, and these headers. */
async function stranger(site: string, extraHTTPHeaders: Record<string, string> = {}) {
  const storageState = await sessionOf("stranger", site);
  return requests.newContext({ baseURL: site, storageState, extraHTTPHeaders });
}

/** A script with a token and no cookie. */
async function scriptOf(site: string, access: Access): Promise<APIRequestContext> {
  const authorization = `Bearer ${await tokenOf(site, access)}`;
  return stranger(site, { authorization });
}

const problemOf = async (answer: { json(): Promise<unknown> }) =>
  (await answer.json()) as { code: string; errors?: { path: string }[] };

let count = 0;
const company = (fields: object = {}) => ({
  ...{ name: `Script Labs ${Date.now()}-${count++}`, country: "JP", kind: "BIOTECH" },
  ...fields,
});

test("a client made from the description type-checks, and logs a deal", async ({ site }) => {
  const token = await tokenOf(site, "write");
  const reader = await scriptOf(site, "read");
  await mkdir("test-results", { recursive: true });
  const document = await (await reader.get("/api/v1/openapi.json")).text();
  await writeFile("test-results/openapi.json", document);
  const folder = "tests/support/api-client";
  const types = "test-results/kakehashi-api.d.ts";
  await run("node", [`${folder}/generate.mjs`, "test-results/openapi.json", types]);
  await run("node_modules/.bin/tsc", ["-p", folder]);
  const env = { ...process.env, SITE: site, TOKEN: token };
  const { stdout } = await run("node_modules/.bin/tsx", [`${folder}/client.ts`], { env });
  const { slug, term } = JSON.parse(stdout);
  const deal = await (await reader.get(`/api/v1/deals/${slug}`)).json();
  expect(deal.terms).toMatchObject([{ id: term, min: "1250.5", steps: [{ to: "TRIGGERED" }] }]);
  const { data } = await (await reader.get(`/api/v1/deals/${slug}/history`)).json();
  expect(data.map(({ via, version }: { via: string; version: number }) => [via, version])).toEqual([
    ["API", 2],
    ["API", 1],
  ]);
  await takeBackDeal(site, slug);
});

test("a list is walked page by page, and its rows are those of its stream", async ({ site }) => {
  const script = await scriptOf(site, "read");
  for (const list of ["deals", "companies", "assets", "milestones"]) {
    const walked: object[] = [];
    let after = "";
    do {
      const page = await (await script.get(`/api/v1/${list}?limit=500${after}`)).json();
      walked.push(...page.data);
      after = page.next && `&after=${page.next}`;
    } while (after);
    const stream = await script.get(`/api/v1/${list}`, {
      headers: { accept: "application/x-ndjson" },
    });
    const lines = (await stream.text()).trimEnd().split("\n");
    expect(walked, list).toEqual(lines.map((line) => JSON.parse(line)));
    const csv = await script.get(`/api/v1/${list}`, { headers: { accept: "text/csv" } });
    expect((await csv.text()).startsWith("schema_version,"), list).toBe(true);
  }
});

test("what is wrong with a request is said by name, and nothing is written", async ({ site }) => {
  const script = await scriptOf(site, "write");
  const reader = await scriptOf(site, "read");
  const nobody = await stranger(site);
  const wrong = await script.get("/api/v1/deals?typo=1&from=CN&as=x");
  expect([wrong.status(), (await problemOf(wrong)).errors?.map(({ path }) => path)]).toEqual([
    400,
    ["typo", "as"],
  ]);
  expect(wrong.headers()["content-type"]).toBe("application/problem+json");
  expect(wrong.headers()["x-request-id"]).toBeTruthy();
  const strange = await script.post("/api/v1/companies", {
    data: company({ nme: "x", names: [{ a: 1 }] }),
  });
  const paths = (await problemOf(strange)).errors?.map(({ path }) => path);
  expect(strange.status()).toBe(400);
  expect(paths).toEqual(expect.arrayContaining(["nme", "names.0.name", "names.0.a"]));
  expect((await reader.post("/api/v1/companies", { data: company() })).status()).toBe(403);
  const unknown = await nobody.post("/api/v1/companies", { data: company() });
  expect(unknown.status()).toBe(401);
  expect(unknown.headers()["www-authenticate"]).toBe("Bearer");
  const forged = { authorization: `Bearer kk_${"A".repeat(43)}` };
  expect((await nobody.get("/api/v1/deals", { headers: forged })).status()).toBe(401);
  expect((await script.get("/api/v1/nothing/here")).status()).toBe(404);
  expect((await script.get("/api/v1/deals/none")).status()).toBe(404);
});

test("a write under a key is done once, and answered the same", async ({ site }) => {
  const script = await scriptOf(site, "write");
  const headers = { "idempotency-key": `key-${Date.now()}` };
  const data = company();
  const post = (body: object) => script.post("/api/v1/companies", { data: body, headers });
  const ends = await Promise.all(Array.from({ length: 6 }, () => post(data)));
  const statuses = ends.map((end) => end.status());
  expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  const first = ends.find((end) => end.status() === 201);
  const again = await post(data);
  expect(again.status()).toBe(201);
  expect(await again.text()).toBe(await first?.text());
  expect(again.headers().etag).toBe(first?.headers().etag);
  const found = await (
    await script.get(`/api/v1/companies?q=${encodeURIComponent(data.name)}`)
  ).json();
  expect(found.data).toHaveLength(1);
  expect((await post(company())).status()).toBe(422);
  const failed = { "idempotency-key": `failed-${Date.now()}` };
  const tried = (fields: object) =>
    script.post("/api/v1/companies", { data: company(fields), headers: failed });
  expect((await tried({ kind: "none" })).status()).toBe(400);
  expect((await tried({})).status()).toBe(201);
});

test("of two who change one version, one is told that it is stale", async ({ site }) => {
  const script = await scriptOf(site, "write");
  const made = await script.post("/api/v1/companies", { data: company({ city: "Kobe" }) });
  const { slug } = await made.json();
  const address = `/api/v1/companies/${slug}`;
  const change = (data: object, tag = made.headers().etag) =>
    script.patch(address, { data, headers: tag ? { "if-match": tag } : {} });
  const ends = await Promise.all(["Osaka", "Kyoto", "Nara"].map((city) => change({ city })));
  expect(ends.map((end) => end.status()).sort()).toEqual([200, 412, 412]);
  expect((await change({ city: "Ise" })).status()).toBe(412);
  expect((await change({ city: "Ise" }, "")).status()).toBe(428);

  const whole = await script.get(address);
  const { etag } = whole.headers();
  const same = await change(await whole.json(), etag);
  expect([same.status(), same.headers().etag]).toEqual([200, etag]);
  expect((await change({ version: 9 }, etag)).status()).toBe(400);
  const renamed = await change({ slug: `${slug}-renamed` }, etag);
  expect(renamed.status()).toBe(200);
  const old = await script.get(address, { maxRedirects: 0 });
  expect([old.status(), old.headers().location]).toEqual([308, `${address}-renamed`]);
});

test("the feed is a document that any reader can read, newest first", async ({ page, site }) => {
  await page.goto("/sources/none");
  const feed = await (await (await scriptOf(site, "read")).get("/api/v1/feed.atom")).text();
  const read = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    const all = (path: string) =>
      [...document.querySelectorAll(path)].map((e) => e.textContent ?? "");
    return {
      broken: document.querySelector("parsererror") !== null,
      root: document.documentElement.namespaceURI,
      head: ["feed > id", "feed > title", "feed > updated", "feed > author > name"].map(
        (path) => all(path).length,
      ),
      ids: all("entry > id"),
      titles: all("entry > title"),
      updated: all("entry > updated"),
      links: [...document.querySelectorAll("entry > link")].map((e) => e.getAttribute("href")),
    };
  }, feed);
  expect(read).toMatchObject({
    broken: false,
    root: "http://www.w3.org/2005/Atom",
    head: [1, 1, 1, 1],
  });
  expect(new Set(read.ids).size).toBe(50);
  expect(read.titles.filter(Boolean)).toHaveLength(50);
  expect(read.updated).toEqual([...read.updated].sort().reverse());
  expect(read.links.every((link) => link?.startsWith(`${site}/deals/`))).toBe(true);
});

test("above the limit of a minute a token is told how long to wait; another goes on", async ({
  site,
}) => {
  const [script, other] = [await scriptOf(site, "read"), await scriptOf(site, "read")];
  const ask = () => script.get("/api/v1/nothing");
  const statuses = new Map<number, number>();
  for (let round = 0; round < 13; round++) {
    for (const answer of await Promise.all(Array.from({ length: 50 }, ask))) {
      statuses.set(answer.status(), (statuses.get(answer.status()) ?? 0) + 1);
    }
  }
  expect(Object.fromEntries(statuses)).toEqual({ 404: 600, 429: 50 });
  const refused = await ask();
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect((await other.get("/api/v1/feed.atom")).status()).toBe(200);
});
