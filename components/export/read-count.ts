import * as z from "zod";

const answer = z.object({ count: z.number().int() });

/** How many rows a list has, counted. */
export async function readCount(href: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(href, { signal });
  return answer.parse(await response.json()).count;
}
