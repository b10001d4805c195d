import type { ClaimInput } from "../../source/schema";

/** A record that rests on a source, as a link. */
export type RestingRecord = {
  noun: "COMPANY" | "ASSET" | "DEAL";
  slug: string;
  name: string;
  withdrawn: boolean;
};

/** What a claim is about below its record: a payment by its trigger or kind, an event by its kind. */
export type ClaimedRow =
  | { list: "terms"; kind: string; trigger: string | null }
  | { list: "events"; kind: string };

export type RestingClaim = ClaimInput & { row: ClaimedRow | null };

/** A step of a deal's life or of a payment's that the source tells. */
export type ToldStep = {
  id: string;
  on: string | null;
  what:
    | { event: string; summary: string }
    | { state: string; kind: string; trigger: string | null };
};

/** Everything of one record that rests on the source. */
export type Resting = { record: RestingRecord; claims: RestingClaim[]; steps: ToldStep[] };
