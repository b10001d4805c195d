import { receiptRoute } from "@/lib/export-route";
import { comparables } from "@/lib/insight/comparable/file/queries";

export const GET = receiptRoute(comparables, "ndjson");
