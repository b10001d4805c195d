import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import config from "../../playwright.config";
import type { Bench, Line } from "./bench";
import { summary } from "./timing";

/** What a page tells of itself, in milliseconds; kept by `watch` on its window. */
type Seen = { lcp: number; cls: number; interactions: number[] };

/** Runs in the page, before any of its scripts. An interaction's events share an id; the longest counts. */
function watch() {
  const seen: Seen = { lcp: 0, cls: 0, interactions: [] };
  const byId = new Map<number, number>();
  Object.assign(window, { benchSeen: seen });
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({ type, buffered: true, ...(type === "event" && { durationThreshold: 16 }) });
  observe("largest-contentful-paint", (entry) => {
    seen.lcp = entry.startTime;
  });
  // As the metric is defined: the worst five seconds of shifts that follow one another within one.
  const shifts = { sum: 0, from: 0, last: 0 };
  observe("layout-shift", (entry) => {
    if (!("value" in entry && "hadRecentInput" in entry) || entry.hadRecentInput) return;
    const at = entry.startTime;
    if (at - shifts.last > 1000 || at - shifts.from > 5000)
      Object.assign(shifts, { sum: 0, from: at });
    shifts.last = at;
    shifts.sum += Number(entry.value);
    seen.cls = Math.max(seen.cls, shifts.sum);
  });
  observe("event", (entry) => {
    const id = "interactionId" in entry ? Number(entry.interactionId) : 0;
    if (id === 0) return;
    byId.set(id, Math.max(byId.get(id) ?? 0, entry.duration));
    seen.interactions = [...byId.values()];
  });
}

function seenOf(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    if (!("benchSeen" in window)) throw new Error("nobody watches this page");
    // Set by \`watch\` alone.
    return window.benchSeen as Seen;
  });
}

/** KB of script that a page loads, compressed as a server in front would. */
async function scriptSize(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await page.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** The number of the last row that is drawn, of those the grid has loaded. */
function lastDrawn(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll("[aria-rowindex]")].map((row) =>
        Number(row.getAttribute("aria-rowindex")),
      ),
    ),
  );
}

/** Scrolls on until the grid holds so many rows, or no more come. */
async function loadRows(page: Page, wanted: number): Promise<number> {
  let [drawn, still] = [0, 0];
  while (drawn < wanted && still < 20) {
    await page.mouse.wheel(0, 100_000);
    await page.waitForTimeout(150);
    const now = await lastDrawn(page);
    still = now > drawn ? 0 : still + 1;
    drawn = now;
  }
  return drawn;
}

/** Moves about as a person does. The times of what they did are the page's own event timing. */
async function moveAbout(page: Page) {
  const keys = [
    "ArrowDown",
    "ArrowDown",
    "ArrowUp",
    "ArrowRight",
    "PageDown",
    "j",
    "k",
    "x",
    "PageUp",
  ];
  for (let round = 0; round < 6; round++) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
    await page.mouse.wheel(0, round % 2 === 0 ? -4_000 : 3_000);
    await page.waitForTimeout(150);
  }
}

async function measureLoads(context: BrowserContext, url: string): Promise<Line[]> {
  const paints: number[] = [];
  let shift = 0;
  for (let load = 0; load < 5; load++) {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    await page.waitForTimeout(500);
    const { lcp, cls } = await seenOf(page);
    paints.push(lcp);
    shift = Math.max(shift, cls);
    await page.close();
  }
  return [{ name: "browser: LCP of /deals", ...summary(paints), note: `CLS ${shift.toFixed(3)}` }];
}

async function measureInteractions(context: BrowserContext, url: string): Promise<Line> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  // The day of a row: a cell without a link.
  const head = await page
    .locator("thead th")
    .filter({ hasText: "Announced" })
    .first()
    .boundingBox();
  const x = (head?.x ?? 300) + 20;
  await page.mouse.move(x, 500);
  const rows = await loadRows(page, 10_000);
  await page.mouse.click(x, 500);
  await moveAbout(page);
  const { interactions, cls } = await seenOf(page);
  await page.close();
  const { median, p99 } = summary(interactions);
  const worst = Math.max(0, ...interactions);
  return {
    ...{ name: "browser: a key press, 10,000 rows loaded", median, p99 },
    note: `INP ${worst}, ${rows} rows, CLS ${cls.toFixed(3)}`,
  };
}

/** What a browser says of the table of deals. */
export async function measureBrowser({ app, floor, cookie }: Bench): Promise<Line[]> {
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: app };
    });
    await context.addCookies(cookies);
    // The loader of TypeScript names functions by a helper, which a page has not.
    await context.addInitScript("globalThis.__name = (named) => named");
    await context.addInitScript(watch);
    const [ours, bare] = [
      await scriptSize(context, `${app}/deals`),
      await scriptSize(context, `${floor}/`),
    ];
    const size = `${(ours - bare).toFixed(0)} KB beyond the bare page's ${bare.toFixed(0)}`;
    return [
      { name: "browser: script of /deals, gz", median: ours, note: size },
      ...(await measureLoads(context, `${app}/deals`)),
      await measureInteractions(context, `${app}/deals`),
    ];
  } finally {
    await browser.close();
  }
}
