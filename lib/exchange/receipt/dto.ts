import { type Asked, schemaVersion } from "../schema";

/** What a receipt says of a file: by it a file can be checked later. */
export type Receipt = {
  noun: string;
  format: string;
  /** The keys of the address, each with its values, as they were given. */
  filters: Record<string, string[]>;
  as_of: null;
  fx_policy: "usd_only";
  schema_version: string;
  columns: string[];
  rows: number;
  bytes: number;
  sha256: string;
  /** The instant of the snapshot; the bytes are these for as long as nothing is written. */
  taken_at: string;
};

type Made = { rows: number; bytes: number; sha256: string; takenAt: string };

/** No rate is kept yet: amounts in US dollars count as such, and nothing is converted. */
export function toReceipt(noun: string, { shape, query }: Asked<unknown>, made: Made): Receipt {
  const filters = Object.entries(query).map(([key, value]) => [key, [value ?? []].flat()]);
  return {
    ...{ noun, format: shape.format, filters: Object.fromEntries(filters) },
    ...{ as_of: null, fx_policy: "usd_only", schema_version: schemaVersion },
    columns: shape.columns.map(([name]) => name),
    ...{ rows: made.rows, bytes: made.bytes, sha256: made.sha256, taken_at: made.takenAt },
  };
}
