import { v7 as uuid } from "uuid";
import { AppError, type FieldError, notFound } from "../errors";
import type { Json, JsonDoc } from "../history/rules";
import type { Evidence } from "../source/schema";

/** The three nouns that have an address, a version and a history. */
export type Noun = "COMPANY" | "ASSET" | "DEAL";

/** What a save answers, in the order of its inputs. `version` is the one after it. */
export type Saved = { id: string; slug: string; version: number };

export type RecordInput = Evidence & { id?: string; version?: number; slug?: string };
export type StoredDoc = Evidence & Saved;

/** A record to save: `before` is what is stored, null for a new one. */
export type Pair<Doc, Input> = { id: string; before: Doc | null; input: Input };
export type Save<Doc> = { id: string; before: Doc | null; after: Doc };

/**
 * What a record says, as its history tells it: sources have a history of their own, and the version is the
 * entry's. Documents are made of zod's output, which is plain JSON.
 */
export function factsOf({ sources: _, version: __, id: ___, ...facts }: StoredDoc): JsonDoc {
  return facts as JsonDoc;
}

export function staleVersion(): AppError {
  return new AppError("CONFLICT", "Someone else saved this first");
}

/** Ids and stored documents for the inputs; a stale version or an unknown record is refused. */
export function pairUp<Doc extends StoredDoc, Input extends RecordInput>(
  inputs: readonly Input[],
  stored: ReadonlyMap<string, Doc>,
  label: string,
): Pair<Doc, Input>[] {
  return inputs.map((input) => {
    const before = input.id ? (stored.get(input.id) ?? null) : null;
    if (input.version !== undefined && !before) throw notFound(label);
    if (before && input.version !== before.version) throw staleVersion();
    return { id: input.id ?? uuid(), before, input };
  });
}

/** Refuses what the rules find wrong; with several inputs the path begins with the place in the list. */
export function refuseProblems<Input>(
  inputs: readonly Input[],
  problemsOf: (input: Input) => FieldError[],
): void {
  const fields = inputs.flatMap((input, index) =>
    problemsOf(input).map((problem) =>
      inputs.length > 1 ? { ...problem, path: `${index}.${problem.path}` } : problem,
    ),
  );
  if (fields.length > 0) throw new AppError("INVALID", "Some fields need attention", { fields });
}

/** Every document that the facts rest on, wherever it is named. */
export function sourceIdsIn(facts: Json): string[] {
  if (typeof facts !== "object" || facts === null) return [];
  if (Array.isArray(facts)) return facts.flatMap(sourceIdsIn);
  return Object.entries(facts).flatMap(([key, value]) =>
    key === "sourceId" && typeof value === "string" ? [value] : sourceIdsIn(value),
  );
}
