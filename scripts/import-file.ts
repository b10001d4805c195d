import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { scriptContext } from "@/lib/context";
import { sentence } from "@/lib/errors";
import { importJob, startApplying, startReading } from "@/lib/exchange/import/commands";
import { getImport } from "@/lib/exchange/import/queries";
import { uploadInput } from "@/lib/exchange/import/schema";
import { uploadFile } from "@/lib/exchange/import/upload/commands";
import { runWaitingJobs } from "@/lib/worker";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: "string" }, apply: { type: "boolean", default: false } },
});
const [path] = positionals;
if (!path) throw new Error("scripts/import.mjs names the file");

const ctx = scriptContext("npm run import");
const input = uploadInput.parse({ name: basename(path), kind: values.kind });
const { id } = await uploadFile(ctx, input, createReadStream(path));
const { kind, settings } = await getImport(ctx, id);
await startReading(ctx, { id, kind, settings });
await runWaitingJobs([importJob]);
let file = await getImport(ctx, id);
if (values.apply && file.state === "read") {
  await startApplying(ctx, { id });
  await runWaitingJobs([importJob]);
  file = await getImport(ctx, id);
}
if (file.problem) console.error(sentence(file.problem.message, file.problem.values));
console.log(JSON.stringify({ id, kind, state: file.state, ...file.tally }, null, 2));
process.exit(file.problem ? 1 : 0);
