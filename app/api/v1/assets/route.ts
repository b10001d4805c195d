import { listRoute } from "@/lib/api-route";
import { assets } from "@/lib/exchange/asset/queries";
import { createRoute } from "../records";
import { assetResource } from "../resources";

export const GET = listRoute(assets);
export const POST = createRoute(assetResource);
