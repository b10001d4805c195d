import * as z from "zod";
import type {
  DealEventKind,
  DealStatus,
  DealType,
  Exclusivity,
  MilestoneCategory,
  Modality,
  PartyRole,
  Stage,
  TermKind,
} from "@/prisma/generated/enums";
import type { Amount } from "../money/schema";

/** The longest announcement that is read, in characters: ten times a long one. */
export const longestText = 60_000;

/** The text of an announcement as it was pasted: kept as it is, since proposals point into it. */
export const announcement = z
  .string({ error: "Paste the text of the announcement" })
  .max(longestText, { error: "This text is too long: paste the announcement alone" })
  .refine((text) => text.trim().length > 0, { error: "Paste the text of the announcement" });

/** Offsets into the text, in UTF-16 units; `end` is behind the last one. */
export type Span = { start: number; end: number };

/** How sure a rule is: it was said outright, it was said nearby, or it is a guess worth a look. */
export const confidences = ["HIGH", "MEDIUM", "LOW"] as const;
export type Confidence = (typeof confidences)[number];

/** A company or an asset: `id` is null for a name that the catalogue does not know. */
export type NamedRecord = { id: string | null; name: string; country: string | null };

export type Finding =
  | { field: "type"; type: DealType }
  | { field: "status"; status: DealStatus }
  | { field: "party"; company: NamedRecord; role: PartyRole }
  | { field: "asset"; asset: NamedRecord }
  | { field: "modality"; modality: Modality }
  | { field: "target"; target: string }
  | { field: "stage"; stage: Stage }
  | { field: "indication"; indication: string }
  | { field: "territory"; include: string[]; exclude: string[]; exclusivity: Exclusivity }
  | { field: "announcedOn"; on: string }
  | { field: "event"; kind: DealEventKind; on: string | null }
  | { field: "term"; kind: TermKind; category: MilestoneCategory | null; amount: Amount }
  | { field: "royalty"; wording: string; rateMin: string | null; rateMax: string | null };

/** What a rule reads out of the text, and where. Nothing of it is saved before a person has accepted it. */
export type Proposal = Finding & { id: string; span: Span; confidence: Confidence };

/** One name of a company in the catalogue. */
export type KnownCompany = { id: string; name: string; country: string; names: string[] };
export type KnownAsset = { id: string; name: string; names: string[] };
/** The names that the rules look for. */
export type KnownNames = { companies: KnownCompany[]; assets: KnownAsset[] };
