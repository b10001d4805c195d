"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import type { SignInState } from "@/components/auth/sign-in-form";
import { toRoute } from "@/components/ui/to-route";
import { formAction } from "@/lib/action";
import { signInWithPassword } from "@/lib/auth/commands";
import { safeCallbackUrl } from "@/lib/auth/rules";
import { credentials } from "@/lib/auth/schema";
import { startSession } from "@/lib/auth/session";
import { clientAddress } from "@/lib/client-address";
import { env } from "@/lib/env";

const signInForm = credentials.extend({ callbackUrl: z.string().max(4000).default("/") });

const enter = formAction(
  signInForm,
  async (ctx, { callbackUrl, ...typed }): Promise<void> => {
    const address = clientAddress(await headers(), env.TRUST_PROXY);
    await startSession(await signInWithPassword(ctx, typed, address));
    redirect(toRoute(safeCallbackUrl(callbackUrl)));
  },
  { admits: "anyone" },
);

/** The address typed comes back with the error, so that it need not be typed again. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const result = await enter(null, form);
  const email = form.get("email");
  return {
    email: typeof email === "string" ? email : "",
    error: result.ok ? null : result.error,
  };
}
