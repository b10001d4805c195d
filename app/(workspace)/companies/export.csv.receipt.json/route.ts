import { companies } from "@/lib/exchange/company/queries";
import { receiptRoute } from "@/lib/export-route";

export const GET = receiptRoute(companies, "csv");
