import * as z from "zod";
import { DealStatus, DealType } from "@/prisma/generated/enums";
import { sourceInput } from "../../source/schema";
import { dealInput } from "../schema";

/** What a source can support of many deals at once: rows have ids of their own in each deal. */
export const claimable = [
  "announcedOn",
  "parties",
  "assets",
  "stageAtSigning",
  "territory",
  "exclusivity",
  "upfront",
  "equity",
  "optionFee",
  "milestones",
  "headline",
  "royalty",
  "closedOn",
  "endedOn",
  "summary",
] as const;
export type Claimable = (typeof claimable)[number];

const tag = dealInput.shape.tags.unwrap().element;

/** One change for many deals. */
export const dealEdit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("status"), to: z.enum(DealStatus) }),
  z.strictObject({ kind: z.literal("type"), to: z.enum(DealType, { error: "Choose the type" }) }),
  z.strictObject({ kind: z.literal("closedOn"), to: dealInput.shape.closedOn }),
  z.strictObject({ kind: z.literal("endedOn"), to: dealInput.shape.endedOn }),
  z.strictObject({ kind: z.literal("addTag"), tag }),
  z.strictObject({ kind: z.literal("removeTag"), tag }),
  z.strictObject({
    kind: z.literal("addSource"),
    source: sourceInput,
    fields: z
      .array(z.enum(claimable))
      .min(1, { error: "Choose what the source supports" })
      .max(claimable.length),
  }),
]);
export type DealEdit = z.output<typeof dealEdit>;
