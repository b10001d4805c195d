import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { notFound } from "../errors";
import { findIdBySlug } from "../record/queries";
import { loadEvidence } from "../source/queries";
import { noEvidence } from "../source/schema";
import {
  type CompanyRef,
  companyDocSelect,
  companyRefSelect,
  toCompanyDoc,
  toCompanyRef,
} from "./dto";
import type { CompanyDoc } from "./schema";

/** Whole companies by id, with what they rest on. */
export async function loadCompanyDocs(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CompanyDoc>> {
  authorize(ctx.actor, "catalogue.read");
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.company.findMany({
    select: companyDocSelect,
    where: { id: { in: [...ids] } },
  });
  const evidence = await loadEvidence(ctx, "COMPANY", ids);
  return new Map(
    rows.map((row) => [row.id, toCompanyDoc(row, evidence.get(row.id) ?? noEvidence)]),
  );
}

/** How these companies show, by id. */
export async function loadCompanyRefs(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CompanyRef>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.company.findMany({
    select: companyRefSelect,
    where: { id: { in: [...new Set(ids)] } },
  });
  return new Map(rows.map((row) => [row.id, toCompanyRef(row)]));
}

/**
 * A company, what it rests on and the group it belongs to, or NOT_FOUND. When the slug is an old one,
 * `doc.slug` differs from it: the page redirects. A withdrawn company is still found, with its reason.
 */
export async function getCompany(ctx: Ctx, slug: string) {
  authorize(ctx.actor, "catalogue.read");
  const id = await findIdBySlug(ctx, "COMPANY", slug);
  if (!id) throw notFound("Company");
  const [doc, state, group] = await Promise.all([
    loadCompanyDocs(ctx, [id]).then((docs) => docs.get(id)),
    ctx.db.company.findUnique({
      select: { withdrawnAt: true, withdrawnReason: true, createdAt: true, updatedAt: true },
      where: { id },
    }),
    loadGroup(ctx, id),
  ]);
  if (!doc || !state) throw notFound("Company");
  return { doc, group, ...state };
}

/** A company in its group; `parentId` is null at the top. */
export type GroupMember = CompanyRef & { parentId: string | null };

/** The whole group that the company belongs to, from its top, by name; the company alone when it has none. */
async function loadGroup(ctx: Ctx, id: string): Promise<GroupMember[]> {
  const rows = await ctx.db.$queryRaw<{ id: string; parentId: string | null }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM company WHERE id = ${id}::uuid
      UNION SELECT c.id, c.parent_id FROM company c JOIN above ON c.id = above.parent_id
    ), members AS (
      SELECT id, parent_id FROM above WHERE parent_id IS NULL
      UNION SELECT c.id, c.parent_id FROM company c JOIN members m ON c.parent_id = m.id
        WHERE c.withdrawn_at IS NULL OR c.id = ${id}::uuid
    )
    SELECT id::text AS id, parent_id::text AS "parentId" FROM members`;
  const refs = await loadCompanyRefs(
    ctx,
    rows.map((row) => row.id),
  );
  return rows
    .flatMap((row) => {
      const ref = refs.get(row.id);
      return ref ? [{ ...ref, parentId: row.parentId }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
