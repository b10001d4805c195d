"use server";

import * as z from "zod";
import { action } from "@/lib/action";
import { readAnnouncement } from "@/lib/intake/queries";
import { announcement } from "@/lib/intake/schema";

/** What the rules read out of a pasted announcement. Nothing is kept of the text. */
export const read = action(
  z.strictObject({ text: announcement }),
  (ctx, { text }) => readAnnouncement(ctx, text),
  { refreshes: false },
);
