import { deals } from "@/lib/exchange/deal/queries";
import { fileRoute } from "@/lib/export-route";

export const GET = fileRoute(deals, "xlsx");
