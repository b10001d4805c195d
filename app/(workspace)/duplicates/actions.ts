"use server";

import { action } from "@/lib/action";
import * as merging from "@/lib/quality/merge/commands";
import { mergeInput, mergeRef, pairInput } from "@/lib/quality/merge/schema";

export const merge = action(mergeInput, merging.mergeRecords);
export const undo = action(mergeRef, merging.undoMerge);
export const keepApart = action(pairInput, merging.keepApart);
