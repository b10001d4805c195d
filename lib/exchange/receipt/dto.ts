import { valuesOf } from "../../catalogue/rules";
import { type Asked, schemaVersion } from "../schema";

/**
 * How the columns in US dollars came about: by the stored rate of the announcement's day, what was paid by that of
 * its own, blank where there is none. Amounts in their own currency are never converted.
 */
const fxPolicy = "announcement_day_and_payment_day";

/** What a receipt says of a file: by it a file can be checked later. */
export type Receipt = {
  noun: string;
  format: string;
  /** The keys of the address, each with its values, as they were given. */
  filters: Record<string, string[]>;
  /** The day that the file looks back to; null where it holds what stood when it was taken. */
  as_of: string | null;
  fx_policy: typeof fxPolicy;
  schema_version: string;
  columns: string[];
  rows: number;
  bytes: number;
  sha256: string;
  /** The instant of the snapshot; the bytes are these for as long as nothing is written. */
  taken_at: string;
};

type Made = { rows: number; bytes: number; sha256: string; takenAt: string };

export function toReceipt(noun: string, { shape, query }: Asked<unknown>, made: Made): Receipt {
  const filters = Object.entries(query).map(([key, value]) => [key, [value ?? []].flat()]);
  return {
    ...{ noun, format: shape.format, filters: Object.fromEntries(filters) },
    ...{
      as_of: valuesOf(query, "as_of")[0] ?? null,
      fx_policy: fxPolicy,
      schema_version: schemaVersion,
    },
    columns: shape.columns.map(([name]) => name),
    ...{ rows: made.rows, bytes: made.bytes, sha256: made.sha256, taken_at: made.takenAt },
  };
}
