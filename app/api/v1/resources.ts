import "server-only";
import { saveAssets } from "@/lib/asset/commands";
import { loadAssetDocs } from "@/lib/asset/queries";
import { type AssetDoc, type AssetInput, assetInput } from "@/lib/asset/schema";
import { saveCompanies } from "@/lib/company/commands";
import { loadCompanyDocs } from "@/lib/company/queries";
import { type CompanyDoc, type CompanyInput, companyInput } from "@/lib/company/schema";
import { saveDeals } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { type DealDoc, type DealInput, dealInput } from "@/lib/deal/schema";
import type { Resource } from "./records";

export const dealResource: Resource<DealDoc, DealInput> = {
  ...{ noun: "DEAL", path: "deals", label: "Deal" },
  ...{ schema: dealInput, load: loadDealDocs, save: saveDeals },
};

export const companyResource: Resource<CompanyDoc, CompanyInput> = {
  ...{ noun: "COMPANY", path: "companies", label: "Company" },
  ...{ schema: companyInput, load: loadCompanyDocs, save: saveCompanies },
};

export const assetResource: Resource<AssetDoc, AssetInput> = {
  ...{ noun: "ASSET", path: "assets", label: "Asset" },
  ...{ schema: assetInput, load: loadAssetDocs, save: saveAssets },
};
