import "server-only";
import type { Modality, Stage } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import {
  type Fragment,
  orderOf,
  readWindow,
  type SortColumn,
  toWindow,
  type Window,
  windowOf,
} from "../queries";
import { wordsOf } from "../rules";
import { named } from "../search/queries";
import { type AssetFilter, byName } from "./schema";

/** The rows that a filter lets through. */
export function assetCondition(filter: AssetFilter): Fragment {
  const parts = [sql`asset.withdrawn_at IS NULL`];
  for (const word of wordsOf(filter.q)) {
    parts.push(sql` AND asset.id IN (${named("assets", word)})`);
  }
  if (filter.modality) parts.push(sql` AND asset.modality = ANY (${filter.modality}::modality[])`);
  if (filter.stage) parts.push(sql` AND asset.current_stage = ANY (${filter.stage}::stage[])`);
  return sql`${parts}`;
}

type SortKey = NonNullable<AssetFilter["sort"]>["key"];

const sortColumns: Record<SortKey, () => SortColumn> = {
  name: () => ({ column: sql`asset.folded`, type: sql`text`, nullable: false }),
  modality: () => ({ column: sql`asset.modality`, type: sql`modality`, nullable: false }),
  stage: () => ({ column: sql`asset.current_stage`, type: sql`stage`, nullable: false }),
};

export function assetOrder({ sort = byName }: AssetFilter): Fragment {
  return orderOf(sort.descending, sortColumns[sort.key](), sql`asset.id`);
}

export type AssetListItem = {
  id: string;
  slug: string;
  name: string;
  /** Its other names, in their order. */
  names: string[];
  modality: Modality;
  targets: string[];
  current_stage: Stage;
  originator_slug: string | null;
  originator_name: string | null;
  deals: number;
};

type Row = AssetListItem & { sort_value: string | null };

/** One page of assets, with how many there are in all. */
export async function listAssets(
  ctx: Ctx,
  filter: AssetFilter,
): Promise<Window<AssetListItem> & { total: number }> {
  authorize(ctx.actor, "catalogue.read");
  const { limit = 50, sort = byName } = filter;
  const by = sortColumns[sort.key]();
  const window = windowOf(sort, filter.place, by, sql`asset.id`);
  const where = assetCondition(filter);
  const [rows, [count]] = await Promise.all([
    readWindow(
      window,
      limit + 1,
      (beyond, count) => sql<Row[]>`
      SELECT asset.id, asset.slug, asset.name, asset.modality, asset.targets, asset.current_stage,
        originator.slug AS originator_slug, originator.name AS originator_name,
        ARRAY(SELECT name FROM asset_name WHERE asset_id = asset.id ORDER BY position) AS names,
        (SELECT count(*)::int FROM deal_row WHERE asset_slugs @> ARRAY[asset.slug]) AS deals,
        (${by.column})::text AS sort_value
      FROM asset LEFT JOIN company AS originator ON originator.id = asset.originator_id
      WHERE ${where} AND ${beyond}
      ORDER BY ${window.order} LIMIT ${count}`,
    ),
    sql<{ total: number }[]>`SELECT count(*)::int AS total FROM asset WHERE ${where}`,
  ]);
  return { ...toWindow(rows, limit, window, (row) => row), total: count?.total ?? 0 };
}
