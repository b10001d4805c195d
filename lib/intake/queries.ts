import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { proposals } from "./rules";
import type { KnownNames, Proposal } from "./schema";

/** Every name that a release may use of a company or an asset in the catalogue; those withdrawn are not offered. */
async function loadKnownNames(ctx: Ctx): Promise<KnownNames> {
  const name = { select: { name: true } } as const;
  const [companies, assets] = await Promise.all([
    ctx.db.company.findMany({
      select: { id: true, name: true, country: true, names: name },
      where: { withdrawnAt: null },
    }),
    ctx.db.asset.findMany({
      select: { id: true, name: true, names: name },
      where: { withdrawnAt: null },
    }),
  ]);
  const flat = <R extends { names: { name: string }[] }>(row: R) => ({
    ...row,
    names: row.names.map((each) => each.name),
  });
  return { companies: companies.map(flat), assets: assets.map(flat) };
}

/** What an announcement says of a deal, for a person to accept or reject. Nothing is written. */
export async function readAnnouncement(ctx: Ctx, text: string): Promise<Proposal[]> {
  authorize(ctx.actor, "catalogue.write");
  return proposals(text, await loadKnownNames(ctx));
}
