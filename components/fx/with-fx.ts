import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { FxPolicy } from "@/lib/fx/schema";

/** The rest of an address with the money it is shown in, which goes without saying where it is the original. */
export function withFx(query: Query, policy: FxPolicy): string {
  return withQuery(query, { fx: policy === "original" ? undefined : policy });
}
