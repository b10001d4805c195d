/** A row below a record, known by its id. */
export type ChildRow = { id: string };

/** What turns the rows of one table from `before` into `after`. */
export type ChildPlan<R> = { added: R[]; changed: R[]; removed: string[] };

export function planChildren<R extends ChildRow>(
  before: readonly R[],
  after: readonly R[],
): ChildPlan<R> {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const kept = new Set(after.map((row) => row.id));
  return {
    added: after.filter((row) => !known.has(row.id)),
    changed: after.filter((row) => known.has(row.id) && known.get(row.id) !== JSON.stringify(row)),
    removed: before.map((row) => row.id).filter((id) => !kept.has(id)),
  };
}

export function mergePlans<R>(plans: readonly ChildPlan<R>[]): ChildPlan<R> {
  return {
    added: plans.flatMap((plan) => plan.added),
    changed: plans.flatMap((plan) => plan.changed),
    removed: plans.flatMap((plan) => plan.removed),
  };
}

type Remover = { deleteMany(args: { where: { id: { in: string[] } } }): PromiseLike<unknown> };

export async function removeChildren(table: Remover, ids: string[]) {
  if (ids.length > 0) await table.deleteMany({ where: { id: { in: ids } } });
}

/** A table's own createMany and update, which Prisma types for each model. */
type Writer<R> = {
  add(rows: R[]): PromiseLike<unknown>;
  change(row: R): PromiseLike<unknown>;
};

/** Adds and changes; what is removed goes first, by the caller, in the order the references allow. */
export async function putChildren<R extends ChildRow>(
  plan: Pick<ChildPlan<R>, "added" | "changed">,
  { add, change }: Writer<R>,
) {
  if (plan.added.length > 0) await add(plan.added);
  for (const row of plan.changed) await change(row);
}
