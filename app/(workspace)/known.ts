import type { AssetRef } from "@/lib/asset/dto";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { CompanyRef } from "@/lib/company/dto";

/** Companies and assets as a form's pickers show them. */
export function companyPick({ id, slug, name, country, native }: CompanyRef): PickRow {
  return {
    id,
    slug,
    label: name,
    mark: country,
    ...(native && { other: native.name, otherLang: native.lang }),
  };
}

export function assetPick({ id, slug, name, modality }: AssetRef): PickRow {
  return { id, slug, label: name, mark: modality };
}
