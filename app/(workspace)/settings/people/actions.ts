"use server";

import type { HandedLink } from "@/components/auth/handed-link";
import type { InviteState } from "@/components/auth/invite-form";
import { action, formAction } from "@/lib/action";
import { env } from "@/lib/env";
import * as people from "@/lib/people/commands";
import type { NewLink } from "@/lib/people/link/commands";
import { invitation, personId, roleChange } from "@/lib/people/schema";

const handed = ({ token, expiresAt }: NewLink): HandedLink => ({
  url: new URL(`/link/${token}`, env.NEXTAUTH_URL).href,
  until: expiresAt,
});

const send = formAction(invitation, async (ctx, input) =>
  handed(await people.invitePerson(ctx, input)),
);

export async function invite(_previous: InviteState, form: FormData): Promise<InviteState> {
  const result = await send(null, form);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    typed: { email: text("email"), name: text("name"), role: text("role") || "ANALYST" },
    result,
  };
}

export const changeRole = action(roleChange, people.changeRole);
export const disable = action(personId, people.disablePerson);
export const enable = action(personId, people.enablePerson);
export const reset = action(personId, async (ctx, input) =>
  handed(await people.resetPassword(ctx, input)),
);
