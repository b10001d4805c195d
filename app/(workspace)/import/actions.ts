"use server";

import { action } from "@/lib/action";
import * as imports from "@/lib/exchange/import/commands";
import { importRef, readInput, resampleInput } from "@/lib/exchange/import/schema";
import * as upload from "@/lib/exchange/import/upload/commands";

export const resampleFile = action(resampleInput, upload.resampleFile);
export const readFile = action(readInput, imports.startReading);
export const applyFile = action(importRef, imports.startApplying);
export const undoFile = action(importRef, imports.startUndoing);
