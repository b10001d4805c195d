import { v7 as uuid } from "uuid";
import type { AssetDoc } from "@/lib/asset/schema";
import type { Modality } from "@/prisma/generated/enums";

/** An asset as it stands on the form: what is not chosen yet is "". */
export type AssetFields = Omit<AssetDoc, "version" | "slug" | "modality"> & {
  modality: Modality | "";
  /** The address of an asset that has one already. */
  slug: string | null;
};

export function blankAsset(name = ""): AssetFields {
  return {
    id: uuid(),
    slug: null,
    name,
    modality: "",
    targets: [],
    originatorId: null,
    currentStage: "UNKNOWN",
    names: [],
    sources: [],
    claims: [],
  };
}

export function toAssetFields({ version: _, ...doc }: AssetDoc): AssetFields {
  return doc;
}

/** What the room parses. Without a version it is a new asset, under the id that the form gave it. */
export function toAssetInput({ slug, ...fields }: AssetFields, version: number | undefined) {
  return { ...fields, ...(slug !== null && { slug }), ...(version !== undefined && { version }) };
}
