"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/action";
import * as deals from "@/lib/deal/commands";
import { recordStepInput } from "@/lib/payment/schema";
import { claimAddition, claimJudgement } from "@/lib/record/claim/schema";
import { recordRef, withdrawInput } from "@/lib/record/schema";
import { restoreVersionInput } from "@/lib/record/version/schema";

export const recordStep = action(recordStepInput, deals.recordPaymentStep);
export const judgeClaim = action(claimJudgement, deals.judgeDealClaim);
export const addClaim = action(claimAddition, deals.addDealClaim);
export const withdraw = action(withdrawInput, deals.withdrawDeal);
export const restoreVersion = action(restoreVersionInput, deals.restoreDealVersion);
export const restore = action(recordRef, deals.restoreDeal);
export const purge = action(withdrawInput, async (ctx, input) => {
  await deals.purgeDeal(ctx, input);
  redirect("/deals");
});
