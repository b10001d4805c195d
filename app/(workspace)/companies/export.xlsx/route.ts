import { companies } from "@/lib/exchange/company/queries";
import { fileRoute } from "@/lib/export-route";

export const GET = fileRoute(companies, "xlsx");
