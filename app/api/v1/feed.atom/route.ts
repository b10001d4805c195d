import { apiRoute } from "@/lib/api-route";
import { dealFeed } from "@/lib/exchange/feed/queries";

export const GET = apiRoute(async (ctx) => {
  const headers = { "content-type": "application/atom+xml; charset=utf-8" };
  return new Response(await dealFeed(ctx), { headers });
});
