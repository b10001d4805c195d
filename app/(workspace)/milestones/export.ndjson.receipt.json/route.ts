import { milestones } from "@/lib/exchange/milestone/queries";
import { receiptRoute } from "@/lib/export-route";

export const GET = receiptRoute(milestones, "ndjson");
