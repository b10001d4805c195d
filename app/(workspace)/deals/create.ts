"use server";

import * as z from "zod";
import { action } from "@/lib/action";
import { saveAssets } from "@/lib/asset/commands";
import { loadAssetRefs } from "@/lib/asset/queries";
import { assetInput } from "@/lib/asset/schema";
import { saveCompanies } from "@/lib/company/commands";
import { loadCompanyRefs } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import { assetPick, companyPick } from "../known";

/** Records that a deal's form makes in place. They stay, whatever becomes of the deal. */
export const createCompany = action(z.unknown().pipe(companyInput), async (ctx, input) => {
  const [saved] = await saveCompanies(ctx, [input]);
  const [ref] = [...(await loadCompanyRefs(ctx, saved ? [saved.id] : [])).values()];
  if (!ref) throw new Error("one company in, one company out");
  return companyPick(ref);
});

export const createAsset = action(z.unknown().pipe(assetInput), async (ctx, input) => {
  const [saved] = await saveAssets(ctx, [input]);
  const [ref] = [...(await loadAssetRefs(ctx, saved ? [saved.id] : [])).values()];
  if (!ref) throw new Error("one asset in, one asset out");
  return assetPick(ref);
});
