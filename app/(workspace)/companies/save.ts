"use server";

import { saveCompanies } from "@/lib/company/commands";
import { loadCompanyDocs, loadCompanyRefs } from "@/lib/company/queries";
import { companyProblems } from "@/lib/company/rules";
import { companyInput } from "@/lib/company/schema";
import { companyPick } from "../known";
import { saveAction } from "../record-save";

export const save = saveAction({
  noun: "COMPANY",
  schema: companyInput,
  problems: companyProblems,
  save: saveCompanies,
  load: loadCompanyDocs,
  known: async (ctx, { parentId }) => {
    const refs = await loadCompanyRefs(ctx, parentId ? [parentId] : []);
    return [...refs.values()].map(companyPick);
  },
  toDoc: (input, common) => ({ ...input, ...common }),
});
