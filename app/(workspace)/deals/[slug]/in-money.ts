import type { DealView } from "@/components/deal/deal-view";
import type { Ctx } from "@/lib/context";
import { convertTerms, ratesWanted } from "@/lib/deal/fx/rules";
import { findRates } from "@/lib/fx/queries";
import type { FxPolicy } from "@/lib/fx/schema";

/** The deal with its payments by the rates that the address asks for; as they were said without. */
export async function inMoneyOf(ctx: Ctx, view: DealView, policy: FxPolicy): Promise<DealView> {
  if (policy === "original") return view;
  const { terms, announcedOn } = view.doc;
  const today = new Date().toISOString().slice(0, 10);
  const conversion = { policy, announcedOn, today };
  const rates = await findRates(ctx, ratesWanted(terms, conversion));
  const converted = convertTerms(terms, conversion, rates);
  return { ...view, doc: { ...view.doc, terms: converted.terms }, fx: converted.notes };
}
