"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/session";
import { refuseOtherSites } from "@/lib/request";

export async function signOut(): Promise<void> {
  await refuseOtherSites();
  await endSession();
  redirect("/sign-in");
}
