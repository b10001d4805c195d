import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
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
