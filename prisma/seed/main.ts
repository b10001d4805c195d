import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { sql } from "@/lib/sql";
import { loadCatalogue } from "./load";

const started = Date.now();
const loaded = await loadCatalogue(scriptContext("seed"));
for (const [what, { added, there }] of Object.entries(loaded)) {
  console.log(`${what}: ${added} loaded, ${there} there already`);
}
console.log(`The starting catalogue is loaded, every row of it (${Date.now() - started} ms).`);
await db.$disconnect();
await sql.end();
