/**
 * A file of the archive: a table of the catalogue, whole. In the order of the imports: a row refers to rows of its
 * own file and of those before it.
 */
export type ArchiveTable = {
  file: string;
  table: string;
  /** Its rows are records, with a history of their own. */
  record?: "COMPANY" | "ASSET" | "SOURCE" | "DEAL";
  /** Of rows below a record: the column that names the row they belong to, and that row's file. */
  below?: { column: string; file: string };
  /** Of rows that tell the kind of their record by `entity`: the column that names it. */
  about?: string;
  /** The order in which its rows must be written, and are exported. */
  order: string;
};

const below = (column: string, file: string) => ({ below: { column, file }, order: "id" });

export const archiveTables: readonly ArchiveTable[] = [
  { file: "fx_rates", table: "fx_rate", order: `base, quote, "on"` },
  { file: "companies", table: "company", record: "COMPANY", order: "id" },
  { file: "company_names", table: "company_name", ...below("company_id", "companies") },
  { file: "company_identifiers", table: "company_identifier", ...below("company_id", "companies") },
  { file: "assets", table: "asset", record: "ASSET", order: "id" },
  { file: "asset_names", table: "asset_name", ...below("asset_id", "assets") },
  { file: "sources", table: "source", record: "SOURCE", order: "id" },
  { file: "claims", table: "claim", about: "entity_id", order: "id" },
  { file: "deals", table: "deal", record: "DEAL", order: "id" },
  { file: "parties", table: "deal_party", ...below("deal_id", "deals") },
  { file: "deal_assets", table: "deal_asset", ...below("deal_id", "deals") },
  { file: "grants", table: "rights_grant", ...below("deal_id", "deals") },
  { file: "grant_territories", table: "grant_territory", ...below("grant_id", "grants") },
  { file: "deal_events", table: "deal_event", ...below("deal_id", "deals") },
  { file: "terms", table: "payment_term", ...below("deal_id", "deals") },
  {
    ...{ file: "payment_events", table: "payment_event", order: "term_id, seq" },
    below: { column: "term_id", file: "terms" },
  },
  { file: "royalties", table: "royalty_term", ...below("deal_id", "deals") },
  { file: "royalty_tiers", table: "royalty_tier", ...below("royalty_id", "royalties") },
  { file: "links", table: "deal_link", ...below("from_deal_id", "deals") },
  { file: "old_slugs", table: "old_slug", about: "entity_id", order: "entity, slug" },
];

/** A column of a table, as the database describes it. */
export type TableColumn = {
  name: string;
  type: string;
  /** text, number, boolean, day, instant, list, json: how it is written. */
  kind: "text" | "number" | "boolean" | "day" | "instant" | "list" | "json";
  nullable: boolean;
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** SQL of the column's value as the archive writes it. */
export function written({ name, kind }: TableColumn): string {
  const column = quoted(name);
  switch (kind) {
    case "text":
      return `csv_guard(${column}::text)`;
    case "list":
      return `to_jsonb(${column})::text`;
    case "instant":
      return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
    case "number":
    case "boolean":
    case "day":
    case "json":
      return `${column}::text`;
  }
}

/** SQL that reads the column's value back from its cell. */
export function readBack({ type, kind }: TableColumn, cell: string): string {
  if (kind === "text") return `csv_unguard(${cell})::${type}`;
  if (kind !== "list") return `(${cell})::${type}`;
  return `CASE WHEN ${cell} IS NOT NULL
    THEN ARRAY(SELECT jsonb_array_elements_text((${cell})::jsonb))::${type} END`;
}

const frictionless: Record<TableColumn["kind"], string> = {
  ...{ text: "string", number: "number", boolean: "boolean", day: "date" },
  ...{ instant: "datetime", list: "array", json: "object" },
};

type Described = { table: ArchiveTable; columns: readonly TableColumn[]; key: readonly string[] };

/** A Frictionless data package of these files. */
export function dataPackage(files: readonly Described[], version: string) {
  return {
    profile: "tabular-data-package",
    name: "kakehashi-catalogue",
    version,
    resources: files.map(({ table: { file, below }, columns, key }) => ({
      ...{ name: file, path: `${file}.csv`, profile: "tabular-data-resource" },
      ...{ format: "csv", mediatype: "text/csv", encoding: "utf-8" },
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
      schema: {
        fields: columns.map(({ name, kind, nullable }) => ({
          ...{ name, type: frictionless[kind] },
          ...(kind === "instant" && { format: "any" }),
          constraints: { required: !nullable },
        })),
        primaryKey: key,
        ...(below && {
          foreignKeys: [
            { fields: below.column, reference: { resource: below.file, fields: "id" } },
          ],
        }),
        missingValues: [""],
      },
    })),
  };
}
