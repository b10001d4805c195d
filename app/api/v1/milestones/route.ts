import { listRoute } from "@/lib/api-route";
import { milestones } from "@/lib/exchange/milestone/queries";

export const GET = listRoute(milestones);
