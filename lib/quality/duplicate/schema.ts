import * as z from "zod";
import { partialDate } from "../../partial-date";
import { blankAsNull } from "../../text";

const idList = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.uuid({ error: "This id is not valid" })).max(200));

/** The deal that is being typed, as the address of a request says it: ids joined by commas. */
export const duplicateQuery = z.object({
  companies: idList,
  assets: idList,
  announced: blankAsNull(partialDate),
  except: blankAsNull(z.uuid({ error: "This id is not valid" })),
});

export type DuplicateQuery = {
  companyIds: readonly string[];
  assetIds: readonly string[];
  /** Canonical partial date, or null while it is not known. */
  announcedOn: string | null;
  /** The deal itself, when it is edited. */
  exceptId?: string | null;
};

export type LikelyDuplicate = { id: string; slug: string; title: string; announcedOn: string };
