import "server-only";
import type { Ctx } from "../../../context";
import { groupBy } from "../../../group";
import type { StoredDoc } from "../../../record/rules";
import type { Problem } from "../cell/rules";
import { type Importer, type Reading, refsOf } from "../row/queries";
import { asProblem, type Draft, type Refs } from "../rules";

/** What could not be written, by row; all other rows are. */
export type Written = ReadonlyMap<number, Problem[]>;

type Attempt<I> = { drafts: readonly Draft[] } & ({ input: I } | { problems: Problem[] });

/**
 * Writes these rows through the noun's own command, in the caller's transaction: those that still stand as they were
 * seen and that the rules let through. Throws what the command refuses as a whole.
 */
export async function writeDrafts<D extends StoredDoc, I>(
  ctx: Ctx,
  importer: Importer<D, I>,
  drafts: readonly Draft[],
  reading: Reading,
): Promise<Written> {
  const refs = await refsOf(importer.layout, drafts, reading);
  const ids = drafts.flatMap(({ recordId }) => recordId ?? []);
  const docs = await importer.load(ctx, ids);
  const groups = groupBy(drafts, ({ recordId, number }) => recordId ?? String(number));
  const attempts = [...groups.values()].map((of) => attempt(importer, of, docs, refs));
  const inputs = attempts.flatMap((one) => ("input" in one ? [one.input] : []));
  if (inputs.length > 0) await importer.save(ctx, inputs);
  return new Map(
    attempts.flatMap((one) =>
      "problems" in one ? one.drafts.map(({ number }) => [number, one.problems] as const) : [],
    ),
  );
}

function attempt<D extends StoredDoc, I>(
  importer: Importer<D, I>,
  drafts: readonly Draft[],
  docs: ReadonlyMap<string, D>,
  refs: Refs,
): Attempt<I> {
  const [first] = drafts;
  const doc = docs.get(first?.recordId ?? "") ?? null;
  if (first?.recordId && doc?.version !== first.version) {
    const message = "Somebody changed this record after the preview";
    return { drafts, problems: [{ code: "STALE_VERSION", column: "version", message }] };
  }
  const built = importer.build(doc, drafts, refs);
  if ("problems" in built) return { drafts, problems: built.problems };
  const problems = importer.problems(built.input);
  if (problems.length === 0) return { drafts, input: built.input };
  return { drafts, problems: problems.map((one) => asProblem(one, importer.columnOf)) };
}
