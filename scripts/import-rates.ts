import { readFileSync } from "node:fs";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { importRates } from "@/lib/fx/commands";
import { readBankFile } from "@/lib/fx/file/rules";
import { textOf } from "./unzip";

const [path = ""] = process.argv.slice(2);
const started = Date.now();

try {
  const file = readBankFile(await textOf(readFileSync(path)));
  const { added, changed, unchanged, deals } = await importRates(scriptContext("npm run fx"), file);
  const { leftOut, series } = file;
  console.log(`${series.length} currencies, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  console.log(`rates: ${added} added, ${changed} changed, ${unchanged} unchanged`);
  console.log(`deals whose figures in USD follow: ${deals}`);
  if (leftOut.length > 0) console.log(`left out, no longer in use: ${leftOut.join(" ")}`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(`✗ ${error.message}; nothing was written`);
  for (const { path, message } of error.fields) console.error(`  ${path}: ${message}`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
