import type { AssetDoc } from "@/lib/asset/schema";
import type { CompanyRef } from "@/lib/company/dto";
import type { DealDoc } from "@/lib/deal/schema";
import type { FxNote } from "@/lib/fx/rules";
import type { Citations } from "./citations";

/** What every part of the deal's page reads from. */
export type DealView = {
  doc: DealDoc;
  companies: ReadonlyMap<string, CompanyRef>;
  assets: ReadonlyMap<string, AssetDoc>;
  citations: Citations;
  /** Where terms are shown in dollars: by which rate, by the term's id. */
  fx?: ReadonlyMap<string, FxNote>;
};

export type Term = DealDoc["terms"][number];
export type Step = Term["steps"][number];
