import { deals } from "@/lib/exchange/deal/queries";
import { receiptRoute } from "@/lib/export-route";

export const GET = receiptRoute(deals, "ndjson");
