import * as z from "zod";
import { Modality, Stage } from "@/prisma/generated/enums";
import { line } from "../../text";
import type { Query } from "../rules";
import { anyOf, error, once, pageKeys, parseQuery, sortBy } from "../schema";

export const assetSortKeys = ["name", "modality", "stage"] as const;

const keys = {
  q: once(line(200)),
  modality: anyOf(z.enum(Modality, { error })),
  stage: anyOf(z.enum(Stage, { error })),
  sort: once(sortBy(assetSortKeys)),
};

/** The filters of /assets. */
export function parseAssetFilter(query: Query) {
  return parseQuery({ ...keys, ...pageKeys }, query);
}
export type AssetFilter = ReturnType<typeof parseAssetFilter>["filter"];
