import "server-only";
import { env } from "@/lib/env";
import { assets } from "@/lib/exchange/asset/queries";
import { companies } from "@/lib/exchange/company/queries";
import { deals } from "@/lib/exchange/deal/queries";
import { milestones } from "@/lib/exchange/milestone/queries";
import { openapiDocument } from "@/lib/exchange/openapi/rules";

/** The API's description, of this server. */
export function description() {
  const columns = {
    ...{ deals: deals.columns, companies: companies.columns },
    ...{ assets: assets.columns, milestones: milestones.columns },
  };
  return openapiDocument(columns, new URL(env.NEXTAUTH_URL).origin);
}
