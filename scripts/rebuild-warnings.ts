import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { rebuildWarnings } from "@/lib/deal/warning/commands";

// Run by npm run db:rebuild, beside the read model.
const write = process.argv.includes("--write");
try {
  const ctx = scriptContext("npm run db:rebuild");
  const { deals, differing } = await rebuildWarnings(ctx, { write });
  console.log(
    `Warnings: of ${deals} deals ${differing} differed${write ? ", and were mended" : ""}`,
  );
  process.exitCode = differing === 0 || write ? 0 : 1;
} finally {
  await db.$disconnect();
}
