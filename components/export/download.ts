import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import * as z from "zod";
import type { Format } from "@/lib/exchange/schema";
import { rowCounter } from "./row-counter";
import type { Sink } from "./save-file";

/** What has arrived: its rows (null where they can't be told from outside) and its bytes. */
export type Progress = { rows: number | null; bytes: number };

/** The server would not give the file, and said why. */
export class Refused extends Error {
  override name = "Refused";
}

const problem = z.object({
  title: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

async function refusal(response: Response): Promise<Refused> {
  const said = problem.safeParse(await response.json().catch(() => null)).data;
  const fields = said?.errors?.map(({ path, message }) => `${path}: ${message}`) ?? [];
  return new Refused([said?.title ?? String(response.status), ...fields].join("; "));
}

/**
 * Reads a file into a sink, counting and hashing what arrives. A transfer that breaks is an error, and leaves
 * nothing behind.
 * @throws Refused, or what broke the transfer
 */
export async function download(
  { href, format, sink, signal }: { href: string; format: Format; sink: Sink; signal: AbortSignal },
  onProgress: (progress: Progress) => void,
): Promise<Progress & { sha256: string }> {
  try {
    const response = await fetch(href, { signal });
    if (!response.ok || !response.body) throw await refusal(response);
    const hash = sha256.create();
    const counter = rowCounter(format);
    let bytes = 0;
    const progress = () => ({ rows: format === "xlsx" ? null : counter.rows(), bytes });
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      await sink.write(part.value);
      hash.update(part.value);
      counter.add(part.value);
      bytes += part.value.length;
      onProgress(progress());
    }
    await sink.close();
    return { ...progress(), sha256: bytesToHex(hash.digest()) };
  } catch (error) {
    await Promise.resolve(sink.abort()).catch(() => {});
    throw error;
  }
}

const receipt = z.object({ rows: z.number(), sha256: z.string() });
export type ReceiptRead = z.infer<typeof receipt> & { text: string };

/** The server's receipt of the same address, as data and as text; null where there is none to be had. */
export async function readReceipt(href: string, signal: AbortSignal): Promise<ReceiptRead | null> {
  const response = await fetch(href, { signal }).catch(() => null);
  const doc: unknown = response?.ok ? await response.json().catch(() => null) : null;
  const read = receipt.safeParse(doc).data;
  return read ? { ...read, text: JSON.stringify(doc, null, 2) } : null;
}
