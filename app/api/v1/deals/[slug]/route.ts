import { changeRoute, readRoute } from "../../records";
import { dealResource } from "../../resources";

export const GET = readRoute(dealResource);
export const PATCH = changeRoute(dealResource);
