import "server-only";
import { assetCondition, assetOrder, listAssets } from "../../catalogue/asset/queries";
import { type AssetFilter, parseAssetFilter } from "../../catalogue/asset/schema";
import { sql } from "../../sql";
import type { Column } from "../column/rules";
import type { Listed } from "../queries";
import { schemaVersion } from "../schema";

const names = (kind: string) =>
  `(SELECT array_agg(name ORDER BY position) FROM asset_name
    WHERE asset_id = asset.id AND kind = '${kind}')`;

/** The columns of assets.csv, in their order. A contract: new ones at the end. */
const columns: readonly Column[] = [
  ["schema_version", "word", `'${schemaVersion}'`],
  ["asset_id", "word", "asset.slug"],
  ["asset_url", "address", "'/assets/' || asset.slug"],
  ["name", "text", "asset.name"],
  ["inns", "texts", names("INN")],
  ["codes", "texts", names("CODE")],
  ["brands", "texts", names("BRAND")],
  ["native_names", "texts", names("NATIVE")],
  ["modality", "word", "asset.modality"],
  ["targets", "texts", "asset.targets"],
  ["current_stage", "word", "asset.current_stage"],
  ["originator_id", "word", "originator.slug"],
  ["originator_name", "text", "originator.name"],
  [
    "deals_total",
    "count",
    "(SELECT count(*) FROM deal_row WHERE asset_slugs @> ARRAY[asset.slug])",
  ],
  ["created_at", "instant", "asset.created_at"],
  ["updated_at", "instant", "asset.updated_at"],
  ["version", "count", "asset.version"],
];

const tables = "FROM asset LEFT JOIN company AS originator ON originator.id = asset.originator_id";

/** The assets that a filter lets through, in its order. */
export const assets: Listed<AssetFilter> = {
  noun: "assets",
  columns,
  parse: parseAssetFilter,
  rows: (filter) => ({
    from: sql`${sql.unsafe(tables)} WHERE ${assetCondition(filter)}`,
    order: assetOrder(filter),
  }),
  list: listAssets,
  these: (ids) => sql`${sql.unsafe(tables)} WHERE asset.id = ANY (${ids}::uuid[])
    ORDER BY array_position(${ids}::uuid[], asset.id)`,
};
