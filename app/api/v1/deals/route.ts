import { listRoute } from "@/lib/api-route";
import { deals } from "@/lib/exchange/deal/queries";
import { createRoute } from "../records";
import { dealResource } from "../resources";

export const GET = listRoute(deals);
export const POST = createRoute(dealResource);
