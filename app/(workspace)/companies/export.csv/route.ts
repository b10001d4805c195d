import { parseCompanyFilter } from "@/lib/catalogue/company/schema";
import { csvRoute } from "@/lib/csv-route";
import { companiesFile } from "@/lib/exchange/company/queries";

export const GET = csvRoute("companies", parseCompanyFilter, companiesFile);
