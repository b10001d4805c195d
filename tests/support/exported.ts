import { parse } from "csv-parse/sync";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { type Exported, streamFile } from "@/lib/exchange/queries";
import { type Format, parseExport } from "@/lib/exchange/schema";

export const ctx = scriptContext("test");

/** The bytes of a file, as its address gives them. */
export async function bytesOf<F>(noun: Exported<F>, format: Format, query: Query): Promise<Buffer> {
  const stream = await streamFile(ctx, noun, parseExport(query, noun, format));
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** The rows of a CSV file, each cell by its column's name. */
export async function rowsOf<F>(noun: Exported<F>, query: Query) {
  const csv = await bytesOf(noun, "csv", query);
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  return rows;
}
