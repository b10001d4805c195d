import { v5 as uuidOf } from "uuid";

/** The catalogue's own namespace, so that a record has the same id in every installation. */
const namespace = "6f1d7c1e-53a0-5d0e-9f0b-9d3c1a7b4e21";

/** The id of a record or a row by the keys that name it in the data files. */
export function idOf(...keys: string[]): string {
  return uuidOf(keys.join(" "), namespace);
}
