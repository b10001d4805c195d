import { v7 as uuid } from "uuid";
import type { DealType } from "@/prisma/generated/enums";
import { type Change, changesBetween, type Json } from "../../history/rules";
import { applyChanges } from "../../record/merge/rules";
import type { ClaimInput } from "../../source/schema";
import { sideOf, typesWithTwoSides } from "../rules";
import type { DealDoc } from "../schema";
import { dateWarnings } from "../warning/rules";
import type { WarningCode } from "../warning/schema";
import type { Claimable, DealEdit } from "./schema";

/** Of a deal, what an edit of many may change. */
export type DealFields = Pick<DealDoc, "type" | "status" | "closedOn" | "endedOn" | "tags">;

/** A deal as an edit of many sees it. */
export type DealHead = DealFields &
  Pick<DealDoc, "id" | "slug" | "title" | "version" | "announcedOn"> & {
    withdrawn: boolean;
    roles: DealDoc["parties"][number]["role"][];
  };

/** What a deal rests on, and what it says that a source could support. */
export type DealGround = {
  claims: Pick<ClaimInput, "field" | "sourceId" | "status">[];
  sources: number;
  says: Claimable[];
};

export type SkipReason =
  | "changedSince"
  | "gone"
  | "needsBothSides"
  | "tooManyTags"
  | "saysNothing"
  | "tooMuchEvidence";

/** What an edit means for one deal. `warnings` are those that the deal does not raise already. */
export type Verdict =
  | { outcome: "change"; changes: Change[]; warnings: WarningCode[] }
  | { outcome: "same" }
  | { outcome: "skipped"; because: SkipReason };

/** A deal as the person saw it. */
export type Picked = { id: string; version: number };

/** What becomes of it. A deal that is gone for good has no head. */
export type Judged = { id: string; head: DealHead | undefined; verdict: Verdict };

const mostTags = 20;
const mostClaims = 1000;
const mostSources = 200;

type Ask = { head: DealHead; ground: DealGround; sourceId: string; today: string };

/** What the edit would do to a deal that is as the person saw it. `sourceId` is the source's, as it is stored. */
export function judge(edit: DealEdit, { head, ground, sourceId, today }: Ask): Verdict {
  if (edit.kind === "addSource") return judgeSource(edit.fields, sourceId, ground);
  const after = edited(head, edit);
  const changes = changesBetween(fieldsOf(head), fieldsOf(after));
  if (changes.length === 0) return { outcome: "same" };
  if (after.tags.length > mostTags) return { outcome: "skipped", because: "tooManyTags" };
  if (lacksASide(after.type, head.roles)) return { outcome: "skipped", because: "needsBothSides" };
  const known = new Set(dateWarnings(head, today).map(({ code }) => code));
  const fresh = dateWarnings({ ...head, ...after }, today).filter(({ code }) => !known.has(code));
  return { outcome: "change", changes, warnings: fresh.map(({ code }) => code) };
}

export const asGone: Verdict = { outcome: "skipped", because: "gone" };

/** Why a deal can't be changed as it was seen; null when it can. */
export function unfitness(head: DealHead | undefined, version: number): Verdict | null {
  if (!head || head.withdrawn) return asGone;
  return head.version === version ? null : { outcome: "skipped", because: "changedSince" };
}

function edited(
  { type, status, closedOn, endedOn, tags }: DealFields,
  edit: Exclude<DealEdit, { kind: "addSource" }>,
): DealFields {
  const fields = { type, status, closedOn, endedOn, tags };
  switch (edit.kind) {
    case "status":
      return { ...fields, status: edit.to };
    case "type":
      return { ...fields, type: edit.to };
    case "closedOn":
      return { ...fields, closedOn: edit.to };
    case "endedOn":
      return { ...fields, endedOn: edit.to };
    case "addTag":
      return tags.includes(edit.tag) ? fields : { ...fields, tags: [...tags, edit.tag] };
    case "removeTag":
      return { ...fields, tags: tags.filter((tag) => tag !== edit.tag) };
    default:
      return edit satisfies never;
  }
}

function lacksASide(type: DealType, roles: DealHead["roles"]): boolean {
  const sides = new Set(roles.map(sideOf));
  return typesWithTwoSides.has(type) && !(sides.has("giving") && sides.has("taking"));
}

/** As in the form: accepted, unless another source already is; only of what the deal says. */
function judgeSource(fields: Claimable[], sourceId: string, ground: DealGround): Verdict {
  const said = fields.filter((field) => ground.says.includes(field));
  if (said.length === 0) return { outcome: "skipped", because: "saysNothing" };
  const own = ground.claims.filter((claim) => claim.sourceId === sourceId);
  const missing = said.filter((field) => own.every((claim) => claim.field !== field));
  if (missing.length === 0) return { outcome: "same" };
  const tooMany = ground.claims.length + missing.length > mostClaims;
  if (tooMany || (own.length === 0 && ground.sources >= mostSources)) {
    return { outcome: "skipped", because: "tooMuchEvidence" };
  }
  const accepted = new Set(
    ground.claims.filter(({ status }) => status === "ACCEPTED").map(({ field }) => field),
  );
  const changes = missing.map((field) =>
    newClaim(field, sourceId, accepted.has(field) ? "PROPOSED" : "ACCEPTED"),
  );
  return { outcome: "change", changes, warnings: [] };
}

function newClaim(field: string, sourceId: string, status: ClaimInput["status"]): Change {
  const blank = { value: null, quote: null, note: null, reason: null };
  const claim: ClaimInput = { id: uuid(), field, sourceId, status, ...blank };
  return { path: `claims.${claim.id}`, before: null, after: claim };
}

/** The claims that these changes add, and the ids of those that they remove. */
export function claimChanges(changes: readonly Change[]) {
  const ofClaims = changes.filter(({ path }) => path.startsWith("claims."));
  return {
    added: ofClaims.flatMap(({ after }) => (after === null ? [] : [asClaim(after)])),
    removed: ofClaims
      .filter(({ after }) => after === null)
      .map(({ path }) => path.slice("claims.".length)),
  };
}

/** Only `newClaim` makes what stands at such a path in the changes of an edit. */
function asClaim(after: Json): ClaimInput {
  return after as ClaimInput;
}

/** The same fields with these changes made. */
export function changed(fields: DealFields, changes: readonly Change[]): DealFields {
  const ofFields = changes.filter(({ path }) => !path.startsWith("claims."));
  return asFields(applyChanges(fieldsOf(fields), ofFields));
}

/** The changes of an edit name these fields alone, and give each a value that it had or may have. */
function asFields(doc: { [key: string]: Json }): DealFields {
  return doc as DealFields;
}

function fieldsOf({ type, status, closedOn, endedOn, tags }: DealFields) {
  return { type, status, closedOn, endedOn, tags };
}
