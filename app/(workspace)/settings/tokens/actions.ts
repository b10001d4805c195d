"use server";

import type { TokenState } from "@/components/token/token-form";
import { action, formAction } from "@/lib/action";
import * as tokens from "@/lib/people/token/commands";
import { newToken, tokenId } from "@/lib/people/token/schema";

const make = formAction(newToken, tokens.createToken);

export async function create(_previous: TokenState, form: FormData): Promise<TokenState> {
  const result = await make(null, form);
  const text = (name: string, otherwise: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : otherwise;
  };
  const typed = {
    name: text("name", ""),
    access: text("access", "read"),
    life: text("life", "90"),
  };
  return { typed, result };
}

export const revoke = action(tokenId, tokens.revokeToken);
