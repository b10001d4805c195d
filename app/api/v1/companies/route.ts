import { listRoute } from "@/lib/api-route";
import { companies } from "@/lib/exchange/company/queries";
import { createRoute } from "../records";
import { companyResource } from "../resources";

export const GET = listRoute(companies);
export const POST = createRoute(companyResource);
