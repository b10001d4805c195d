import { route } from "@/lib/route";

/** The process answers. */
export const GET = route(async () => Response.json({ status: "ok" }), { admits: "anyone" });
