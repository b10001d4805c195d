import { parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import { csvRoute } from "@/lib/csv-route";
import { milestonesFile } from "@/lib/exchange/milestone/queries";

export const GET = csvRoute("milestones", parseMilestoneFilter, milestonesFile);
