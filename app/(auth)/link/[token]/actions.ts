"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import { endSession } from "@/lib/auth/session";
import * as links from "@/lib/people/link/commands";
import { linkAcceptance } from "@/lib/people/schema";

export const acceptLink = formAction(
  linkAcceptance,
  async (ctx, input): Promise<void> => {
    await links.acceptLink(ctx, input);
    // Whoever was signed in on this device: now it is the link's person who signs in.
    await endSession();
    redirect("/sign-in?notice=password-set");
  },
  { admits: "anyone" },
);
