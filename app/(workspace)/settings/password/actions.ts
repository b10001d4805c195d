"use server";

import { formAction } from "@/lib/action";
import { startSession } from "@/lib/auth/session";
import * as passwords from "@/lib/people/password/commands";
import { passwordChange } from "@/lib/people/schema";

/** Open to a person whose first password waits to be changed; the command wants a person. */
export const changePassword = formAction(
  passwordChange,
  async (ctx, input): Promise<void> => {
    await startSession(await passwords.changePassword(ctx, input));
  },
  { admits: "anyone" },
);
