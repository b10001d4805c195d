import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { loadClaims, loadSources } from "../source/queries";
import type { ClaimInput } from "../source/schema";
import { type CompanyRef, companyDocSelect, companyRefSelect, toCompanyDoc, toCompanyRef } from "./dto";
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
  const claims = await loadClaims(ctx, "COMPANY", ids);
  const sources = await loadSources(ctx, [...claims.values()].flat().map((claim) => claim.sourceId));
  return new Map(
    rows.map((row) => {
      const own = claims.get(row.id) ?? [];
      return [row.id, toCompanyDoc(row, { claims: own, sources: sourcesOf(own, sources) })];
    }),
  );
}

function sourcesOf<S>(claims: readonly ClaimInput[], sources: ReadonlyMap<string, S>): S[] {
  const ids = new Set(claims.map((claim) => claim.sourceId));
  return [...ids].flatMap((id) => sources.get(id) ?? []);
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
