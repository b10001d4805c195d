import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { env } from "../../env";
import { sql } from "../../sql";
import { atomFeed } from "./rules";

const most = 50;

type Row = {
  id: string;
  slug: string;
  title: string;
  summary: string | null;
  created_at: Date;
  updated_at: Date;
};

/** The deals that were new or changed last, as an Atom document. */
export async function dealFeed(ctx: Ctx): Promise<string> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await sql<Row[]>`
    SELECT id, slug, title, summary, created_at, updated_at FROM deal_row
    ORDER BY updated_at DESC, id DESC LIMIT ${most}`;
  const entries = rows.map(({ slug, created_at, updated_at, ...row }) => ({
    ...row,
    url: new URL(`/deals/${slug}`, env.NEXTAUTH_URL).href,
    createdAt: created_at.toISOString(),
    updatedAt: updated_at.toISOString(),
  }));
  const address = new URL("/api/v1/feed.atom", env.NEXTAUTH_URL).href;
  return atomFeed(entries, address, new Date().toISOString());
}
