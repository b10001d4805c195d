import { changeRoute, readRoute } from "../../records";
import { assetResource } from "../../resources";

export const GET = readRoute(assetResource);
export const PATCH = changeRoute(assetResource);
