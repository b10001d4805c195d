import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureInstalled } from "./install.mjs";
import { atEnd } from "./main.mjs";
import { claim, release } from "./owner.mjs";
import { dataFolder } from "./secrets.mjs";

/**
 * What a fresh clone lacks: packages, the Prisma client and, when `build` is set, a build. Each only
 * when missing or out of date; two scripts at once take turns. Node's own modules until installed.
 */
export async function prepare({ build = false } = {}) {
  mkdirSync(dataFolder, { recursive: true });
  const lock = join(dataFolder, "preparing");
  while (!claim(lock)) await sleep(100);
  atEnd(() => release(lock));
  ensureInstalled();
  const { ensureGenerated } = await import("./generate.mjs");
  await ensureGenerated();
  if (build) {
    const { ensureBuilt } = await import("./build.mjs");
    await ensureBuilt();
  }
  release(lock);
}
