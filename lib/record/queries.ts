import "server-only";
import type { Ctx } from "../context";
import { mayBeSlug } from "../text";
import type { Noun } from "./rules";

async function takenSlugs(ctx: Ctx, entity: Noun, roots: string[]): Promise<Set<string>> {
  const where = { OR: roots.map((root) => ({ slug: { startsWith: root } })) };
  const select = { slug: true };
  const old = await ctx.db.oldSlug.findMany({ where: { entity, ...where }, select });
  const live = await liveSlugs(ctx, entity, where);
  return new Set([...old, ...live].map((row) => row.slug));
}

type SlugWhere = { OR: { slug: { startsWith: string } }[] };

function liveSlugs(ctx: Ctx, entity: Noun, where: SlugWhere) {
  const select = { slug: true };
  switch (entity) {
    case "COMPANY":
      return ctx.db.company.findMany({ where, select });
    case "ASSET":
      return ctx.db.asset.findMany({ where, select });
    case "DEAL":
      return ctx.db.deal.findMany({ where, select });
  }
}

/**
 * A free slug for each wanted one, in order: the word itself, else with -2, -3 …
 * Old slugs stay taken, for they redirect. Writers of new slugs stand in line until they commit.
 */
export async function freeSlugs(
  ctx: Ctx,
  entity: Noun,
  wanted: readonly string[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`slug:${entity}`}))`;
  const taken = await takenSlugs(ctx, entity, [...new Set(wanted)]);
  return wanted.map((root) => {
    let slug = root;
    for (let n = 2; taken.has(slug); n++) slug = `${root}-${n}`;
    taken.add(slug);
    return slug;
  });
}

/**
 * The record at an address, or where an old one or that of a merged record leads today; null for an address of
 * nothing.
 */
export async function findIdBySlug(ctx: Ctx, entity: Noun, slug: string): Promise<string | null> {
  if (!mayBeSlug(slug)) return null;
  const row = await bySlug(ctx, entity, slug);
  const id = row?.id ?? (await findRenamed(ctx, entity, slug));
  return id && (await standsFor(ctx, id));
}

/** The record that a merged one was merged into, and so on; a live one stands for itself. */
async function standsFor(ctx: Ctx, id: string): Promise<string> {
  const merge = await ctx.db.recordMerge.findFirst({
    select: { keptId: true },
    where: { mergedId: id, undoneAt: null },
  });
  return merge ? standsFor(ctx, merge.keptId) : id;
}

function bySlug(ctx: Ctx, entity: Noun, slug: string) {
  const one = { select: { id: true }, where: { slug } };
  switch (entity) {
    case "COMPANY":
      return ctx.db.company.findUnique(one);
    case "ASSET":
      return ctx.db.asset.findUnique(one);
    case "DEAL":
      return ctx.db.deal.findUnique(one);
  }
}

async function findRenamed(ctx: Ctx, entity: Noun, slug: string): Promise<string | null> {
  const row = await ctx.db.oldSlug.findUnique({
    where: { entity_slug: { entity, slug } },
    select: { entityId: true },
  });
  return row?.entityId ?? null;
}

/** Whether the record was taken out of the catalogue; false when there is none. */
export async function isWithdrawn(ctx: Ctx, entity: Noun, id: string): Promise<boolean> {
  const where = { id, withdrawnAt: { not: null } };
  switch (entity) {
    case "COMPANY":
      return (await ctx.db.company.count({ where })) > 0;
    case "ASSET":
      return (await ctx.db.asset.count({ where })) > 0;
    case "DEAL":
      return (await ctx.db.deal.count({ where })) > 0;
  }
}
