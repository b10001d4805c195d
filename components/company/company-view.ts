import type { CompanyRef } from "@/lib/company/dto";
import type { CompanyDoc } from "@/lib/company/schema";
import type {
  CountedTerm,
  HeldRights,
  MoneyLine,
  OriginatedAsset,
  Partner,
  Standing,
  Year,
} from "@/lib/insight/company/dto";
import type { ListedDeal } from "@/lib/insight/deal/dto";

/** What every part of a company's page reads from. */
export type CompanyView = {
  doc: CompanyDoc;
  group: (CompanyRef & { parentId: string | null })[];
  counts: Standing;
  years: Year[];
  deals: Record<"given" | "taken" | "other", ListedDeal[]>;
  partners: { top: Partner[]; all: number };
  money: MoneyLine[];
  terms: CountedTerm[];
  assets: OriginatedAsset[];
  rights: HeldRights[];
};
