import type { MilestoneCategory, TermKind } from "@/prisma/generated/enums";
import type { Amount } from "../../money/schema";

/** Why a figure needs evidence: no claim is about it, none of those is accepted, or the accepted one is memory. */
export type Lack = "noClaim" | "notAccepted" | "recalled";

/** A payment's figure that no source better than memory supports. `usd` is its worth by the rate of the announcement. */
export type UnprovenFigure = {
  id: string;
  deal: { slug: string; title: string };
  kind: TermKind;
  category: MilestoneCategory | null;
  trigger: string | null;
  amount: Amount;
  usd: string | null;
  lack: Lack;
};

/** The most valuable of them, and how many there are of how many figures on record. */
export type UnprovenFigures = { figures: UnprovenFigure[]; unproven: number; of: number };
