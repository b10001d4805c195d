import { copy } from "@/lib/copy";
import { deals } from "@/lib/exchange/deal/queries";
import { selectOf } from "@/lib/exchange/queries";
import { sql } from "@/lib/sql";

/** COPY of the export's own SELECT, its rows thrown away. */
export async function copyToNowhere() {
  const { from, order } = deals.rows({});
  const statement = selectOf(deals.columns, sql`${from} ORDER BY ${order}`, "guarded");
  const nowhere = { head: "", tail: "", encode() {} };
  for await (const _ of copy({ statement, options: "FORMAT csv", ...nowhere }));
}
