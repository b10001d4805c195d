import { milestones } from "@/lib/exchange/milestone/queries";
import { fileRoute } from "@/lib/export-route";

export const GET = fileRoute(milestones, "csv");
