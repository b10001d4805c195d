import { changeRoute, readRoute } from "../../records";
import { companyResource } from "../../resources";

export const GET = readRoute(companyResource);
export const PATCH = changeRoute(companyResource);
