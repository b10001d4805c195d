import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { csvRoute } from "@/lib/csv-route";
import { dealsFile } from "@/lib/exchange/deal/queries";

export const GET = csvRoute("deals", parseDealFilter, dealsFile);
