import * as z from "zod";
import { AssetNameKind, Modality, Stage } from "@/prisma/generated/enums";
import { recordVersion } from "../history/schema";
import { evidenceFields } from "../source/schema";
import { languageTag, line, slugText } from "../text";

const id = z.uuid({ error: "This id is not valid" });

export const assetNameInput = z.strictObject({
  id,
  name: line(200),
  kind: z.enum(AssetNameKind),
  lang: languageTag,
});

/** One shape for the form, the file and the API. `id` and `version` are there when an asset is changed. */
export const assetInput = z.strictObject({
  id: id.optional(),
  version: recordVersion.optional(),
  /** Made from the name when absent. */
  slug: slugText.optional(),
  name: line(200),
  modality: z.enum(Modality, { error: "Choose the modality" }),
  targets: z.array(line(80)).max(30).default([]),
  originatorId: id.nullable().default(null),
  currentStage: z.enum(Stage).default("UNKNOWN"),
  names: z.array(assetNameInput).max(100).default([]),
  ...evidenceFields,
});
export type AssetInput = z.output<typeof assetInput>;

/** An asset as it is stored. */
export type AssetDoc = Omit<AssetInput, "id" | "version" | "slug"> & {
  id: string;
  version: number;
  slug: string;
};
