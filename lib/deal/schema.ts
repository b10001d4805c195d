import * as z from "zod";
import {
  DealEventKind,
  DealLinkKind,
  DealStatus,
  DealType,
  Exclusivity,
  PartyRole,
  Right,
  Stage,
  TerritoryMode,
} from "@/prisma/generated/enums";
import { recordVersion } from "../history/schema";
import { completeAmount } from "../money/schema";
import { partialDate } from "../partial-date";
import { paymentTermInput, royaltyTermInput } from "../payment/schema";
import { evidenceFields } from "../source/schema";
import { territoryCode } from "../territory/schema";
import { blankAsNull, line, optionalLine, optionalParagraph, paragraph, slugText } from "../text";

const id = z.uuid({ error: "This id is not valid" });

export const partyInput = z.strictObject({
  id,
  companyId: z.uuid({ error: "Choose the company" }),
  /** The subsidiary that signed, as the document names it. */
  signatory: optionalLine(200),
  role: z.enum(PartyRole, { error: "Choose the role" }),
});

export const dealAssetInput = z.strictObject({
  id,
  assetId: z.uuid({ error: "Choose the asset" }),
  stageAtSigning: z.enum(Stage).default("UNKNOWN"),
  indications: z.array(line(200)).max(30).default([]),
});

export const grantTerritoryInput = z.strictObject({
  id,
  mode: z.enum(TerritoryMode),
  code: territoryCode,
  wording: optionalLine(300),
  condition: optionalLine(300),
});

export const grantInput = z.strictObject({
  id,
  granteeId: id.nullable().default(null),
  rights: z.array(z.enum(Right)).max(3).default([]),
  exclusivity: z.enum(Exclusivity).default("UNKNOWN"),
  field: optionalLine(300),
  wording: optionalLine(500),
  territories: z.array(grantTerritoryInput).max(200).default([]),
});

export const dealEventInput = z.strictObject({
  id,
  kind: z.enum(DealEventKind),
  on: blankAsNull(partialDate),
  summary: paragraph(1000),
  sourceId: id.nullable().default(null),
});

/** A link that starts at this deal; those that arrive belong to the other one. */
export const dealLinkInput = z.strictObject({
  id,
  toDealId: z.uuid({ error: "Choose the deal" }),
  kind: z.enum(DealLinkKind),
  note: optionalLine(300),
});

/** One shape for the form, the file and the API: a whole deal. `id` and `version` are there when it is changed. */
export const dealInput = z.strictObject({
  id: id.optional(),
  version: recordVersion.optional(),
  /** Made from the title when absent. */
  slug: slugText.optional(),
  title: line(200),
  type: z.enum(DealType, { error: "Choose the type" }),
  structures: z.array(z.enum(DealType)).max(17).default([]),
  status: z.enum(DealStatus).default("UNKNOWN"),
  announcedOn: partialDate,
  closedOn: blankAsNull(partialDate),
  endedOn: blankAsNull(partialDate),
  summary: optionalParagraph(4000),
  tags: z.array(line(40)).max(20).default([]),
  parties: z.array(partyInput).max(50).default([]),
  assets: z.array(dealAssetInput).max(100).default([]),
  grants: z.array(grantInput).max(50).default([]),
  terms: z.array(paymentTermInput.transform(completeAmount)).max(500).default([]),
  royalties: z.array(royaltyTermInput).max(50).default([]),
  events: z.array(dealEventInput).max(500).default([]),
  links: z.array(dealLinkInput).max(50).default([]),
  ...evidenceFields,
});
export type DealInput = z.output<typeof dealInput>;

/** A deal as it is stored: what the form edits and history compares. */
export type DealDoc = Omit<DealInput, "id" | "version" | "slug"> & {
  id: string;
  version: number;
  slug: string;
};
