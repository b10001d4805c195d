import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./hash.mjs";
import { Stop } from "./main.mjs";
import { claim } from "./owner.mjs";
import { root } from "./root.mjs";
import { bin, must, node } from "./run.mjs";
import { dataFolder } from "./secrets.mjs";

/** Next's own small server with everything it needs: the same here, in the tests and in the image. */
export const standalone = ".next/standalone";
const stamp = join(root, standalone, ".stamp");

/** Whatever a build reads. What is only read when the server runs is not here. */
const sources = [
  "app",
  "components",
  "lib",
  "messages",
  "prisma/migrations",
  "prisma/schema",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Held while a server of this checkout runs: its files must not be built away under it. */
export const servingLock = join(dataFolder, "serving");

/** Builds when a source changed since the last build. */
export async function ensureBuilt() {
  const wanted = hashOf(sources, process.versions.node.split(".")[0]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!claim(servingLock)) {
    throw new Stop(
      "The sources changed, but another npm start of this folder is still serving; stop it first",
    );
  }
  console.log("Building …");
  await must(
    "The build",
    node(bin.next, ["build"], {
      capture: true,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  );
  for (const [from, to] of [
    [".next/static", ".next/static"],
    ["public", "public"],
  ]) {
    if (existsSync(join(root, from))) {
      cpSync(join(root, from), join(root, standalone, to), { recursive: true });
    }
  }
  writeFileSync(stamp, wanted);
}
