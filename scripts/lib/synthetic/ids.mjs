import { hashOf } from "./random.mjs";

const tags = { company: 1, asset: 2, deal: 3, source: 4 };
const hex = (number, digits) => number.toString(16).padStart(digits, "0");

/**
 * Ids of version 8, of our own making: the row's number comes first, so that they grow as those of real rows do
 * and each row of a record lies beside the others. `id("deal", 7, 2)` is the second row below deal 7.
 */
export function idsOf(seed) {
  const mark = hashOf(`${seed} ids`);
  const end = `8${hex(mark & 0xfff, 3)}-8${hex(mark >>> 20, 3)}-${hex(mark, 8)}0000`;
  return (kind, n, row = 0) => `${hex(n, 8)}-${tags[kind]}${hex(row, 3)}-${end}`;
}
