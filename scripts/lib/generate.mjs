import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./hash.mjs";
import { root } from "./root.mjs";
import { bin, must, node } from "./run.mjs";

const stamp = join(root, "prisma/generated/.stamp");

/** Generates the Prisma client when the schema or the lockfile changed. */
export async function ensureGenerated() {
  const wanted = hashOf(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await must(
    "prisma generate",
    node(bin.prisma, ["generate"], {
      capture: true,
      // The CLI would download its schema engine, which `generate` never runs: any program satisfies it.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
    }),
  );
  writeFileSync(stamp, wanted);
}
