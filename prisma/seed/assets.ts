import { assetInput } from "@/lib/asset/schema";
import type { Row } from "./files";
import { idOf } from "./ids";

export function toAsset({ slug, originator, names, ...fields }: Row<"assets">) {
  return assetInput.parse({
    ...fields,
    id: idOf("asset", slug),
    slug,
    originatorId: originator ? idOf("company", originator) : null,
    names: names.map((name) => ({ ...name, id: idOf(slug, "name", name.kind, name.name) })),
  });
}
