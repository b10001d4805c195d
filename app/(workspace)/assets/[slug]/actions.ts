"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/action";
import * as assets from "@/lib/asset/commands";
import { claimAddition, claimJudgement } from "@/lib/record/claim/schema";
import { recordRef, withdrawInput } from "@/lib/record/schema";
import { restoreVersionInput } from "@/lib/record/version/schema";

export const judgeClaim = action(claimJudgement, assets.judgeAssetClaim);
export const addClaim = action(claimAddition, assets.addAssetClaim);
export const withdraw = action(withdrawInput, assets.withdrawAsset);
export const restoreVersion = action(restoreVersionInput, assets.restoreAssetVersion);
export const restore = action(recordRef, assets.restoreAsset);
export const purge = action(withdrawInput, async (ctx, input) => {
  await assets.purgeAsset(ctx, input);
  redirect("/assets");
});
