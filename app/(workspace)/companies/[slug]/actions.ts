"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/action";
import * as companies from "@/lib/company/commands";
import { claimAddition, claimJudgement } from "@/lib/record/claim/schema";
import { recordRef, withdrawInput } from "@/lib/record/schema";
import { restoreVersionInput } from "@/lib/record/version/schema";

export const judgeClaim = action(claimJudgement, companies.judgeCompanyClaim);
export const addClaim = action(claimAddition, companies.addCompanyClaim);
export const withdraw = action(withdrawInput, companies.withdrawCompany);
export const restoreVersion = action(restoreVersionInput, companies.restoreCompanyVersion);
export const restore = action(recordRef, companies.restoreCompany);
export const purge = action(withdrawInput, async (ctx, input) => {
  await companies.purgeCompany(ctx, input);
  redirect("/companies");
});
