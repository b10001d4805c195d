"use server";

import { action } from "@/lib/action";
import * as bulk from "@/lib/bulk/commands";
import { batchRef, previewInput } from "@/lib/bulk/schema";

/** A batch is applied by several calls: the page is drawn anew once, when the last has answered. */
const options = { refreshes: false };

export const previewBatch = action(previewInput, bulk.previewBatch, options);
export const applyBatch = action(batchRef, bulk.applyBatch, options);
export const undoBatch = action(batchRef, bulk.undoBatch, options);
