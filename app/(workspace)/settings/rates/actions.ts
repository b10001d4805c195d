"use server";

import type { RateState } from "@/components/fx/rate-form";
import { formAction } from "@/lib/action";
import { addRate, correctRate } from "@/lib/fx/commands";
import { rateCorrection, rateInput } from "@/lib/fx/schema";

const save = formAction(rateInput, addRate);

export async function add(_previous: RateState, form: FormData): Promise<RateState> {
  const result = await save(null, form);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const typed = { base: text("base"), quote: text("quote"), source: text("source") };
  // Rates of one source come one after another: what stays the same is typed once.
  if (result.ok) return { typed: { ...typed, on: "", rate: "" }, result, saved: Date.now() };
  return { typed: { ...typed, on: text("on"), rate: text("rate") }, result, saved: 0 };
}

export const correct = formAction(rateCorrection, correctRate);
