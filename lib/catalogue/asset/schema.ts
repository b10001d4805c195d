import * as z from "zod";
import { Modality, Stage } from "@/prisma/generated/enums";
import { line } from "../../text";
import type { Query } from "../rules";
import { anyOf, error, once, pageKeys, parseQuery, sortBy, sortValue, withPlace } from "../schema";

const sorts = { name: sortValue.text, modality: z.enum(Modality), stage: z.enum(Stage) };

export const byName = { key: "name", descending: false } as const;

export const keys = {
  q: once(line(200)),
  modality: anyOf(z.enum(Modality, { error })),
  stage: anyOf(z.enum(Stage, { error })),
  sort: once(sortBy(sorts)),
};

/** The filters of /assets. */
export function parseAssetFilter(query: Query) {
  return withPlace(parseQuery({ ...keys, ...pageKeys }, query), sorts, byName);
}
export type AssetFilter = ReturnType<typeof parseAssetFilter>["filter"];
