import { getImport } from "@/lib/exchange/import/queries";
import { rejectedRows } from "@/lib/exchange/import/reject/queries";
import { importRef } from "@/lib/exchange/import/schema";
import { parseInput } from "@/lib/input";
import { route } from "@/lib/route";

/** The rows that were not taken, with why: mended, they are handed in again. */
export const GET = route<{ id: string }>(async (ctx, _, params) => {
  const { id } = parseInput(importRef, params);
  await getImport(ctx, id);
  const rows = rejectedRows(ctx, id);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await rows.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await rows.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="rejects_${id}.csv"`,
    },
  });
});
