import * as z from "zod";
import { apiRoute } from "@/lib/api-route";
import { pageKeys, parseQuery, queryOf, whole } from "@/lib/catalogue/schema";
import { listHistory } from "@/lib/history/queries";
import { atSlug } from "../../../records";
import { dealResource } from "../../../resources";

const keys = { after: pageKeys.after, limit: pageKeys.limit.pipe(z.number().max(200)) };

/** What happened to a deal, newest first. */
export const GET = apiRoute<{ slug: string }>(async (ctx, { nextUrl }, { slug }) => {
  const page = whole(parseQuery(keys, queryOf(nextUrl.searchParams)));
  const { id } = await atSlug(ctx, dealResource, slug);
  const { items, next } = await listHistory(ctx, { entity: "DEAL", entityId: id, ...page });
  return Response.json({ data: items, next });
});
