import { apiRoute } from "@/lib/api-route";
import { description } from "../openapi";

export const GET = apiRoute(async () => Response.json(description()));
