import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Warning } from "@/lib/deal/warning/rules";
import type { Result } from "@/lib/result";

/**
 * What saving answers besides a refusal. `warned`: nothing was saved, these slips wait for a "save anyway".
 * `conflict`: somebody else saved first; `mine` is what was sent, as the rooms read it.
 */
export type SaveAnswer<Doc> =
  | { state: "saved"; slug: string }
  | { state: "warned"; warnings: Warning[] }
  | { state: "conflict"; theirs: Doc; mine: Doc; known: PickRow[] }
  | { state: "withdrawn" };

export type SaveRequest = {
  /** Where the draft of this form is kept, to be dropped once it is saved. */
  form: string;
  record: unknown;
  /** Keys of the warnings that the person has seen and saves in spite of. */
  accepted: string[];
};

export type SaveRecord<Doc> = (request: SaveRequest) => Promise<Result<SaveAnswer<Doc>>>;

/** What tells one warning from another, for accepting it. */
export function warningKey({ code, path, values }: Warning): string {
  return [code, path, ...Object.values(values ?? {})].join(" ").slice(0, 300);
}
