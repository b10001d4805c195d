"use server";

import { saveAssets } from "@/lib/asset/commands";
import { loadAssetDocs } from "@/lib/asset/queries";
import { assetProblems } from "@/lib/asset/rules";
import { assetInput } from "@/lib/asset/schema";
import { loadCompanyRefs } from "@/lib/company/queries";
import { companyPick } from "../known";
import { saveAction } from "../record-save";

export const save = saveAction({
  noun: "ASSET",
  schema: assetInput,
  problems: assetProblems,
  save: saveAssets,
  load: loadAssetDocs,
  known: async (ctx, { originatorId }) => {
    const refs = await loadCompanyRefs(ctx, originatorId ? [originatorId] : []);
    return [...refs.values()].map(companyPick);
  },
  toDoc: (input, common) => ({ ...input, ...common }),
});
