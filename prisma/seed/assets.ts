import { type AssetInput, assetInput } from "@/lib/asset/schema";
import type { AssetRow } from "./files";
import { idOf } from "./ids";

/** An asset of the data files in the shape that the asset room saves. */
export function toAsset({ slug, originator, names, ...fields }: AssetRow): AssetInput {
  return assetInput.parse({
    ...fields,
    id: idOf("asset", slug),
    slug,
    originatorId: originator ? idOf("company", originator) : null,
    names: names.map((name) => ({ ...name, id: idOf(slug, "name", name.kind, name.name) })),
  });
}
