import * as z from "zod";
import { error } from "../schema";

/** What can be looked for, and so what a picker may offer. */
export const pickNoun = z.enum(["companies", "assets", "deals"], { error });
export type PickNoun = z.output<typeof pickNoun>;

/** Typed text: what no column can hold, or only turns and hides text, is dropped; the rest is taken for itself. */
const searchText = z
  .string()
  .default("")
  .overwrite((text) =>
    text
      .replace(/[\p{Cs}\p{Cc}\p{Bidi_Control}\u200B\uFEFF]/gu, " ")
      .trim()
      .slice(0, 200)
      .trim(),
  );

/** The query of `/api/search`: the text, the nouns (all unless said), and how many of each at most. */
export const searchInput = z.object({
  q: searchText,
  in: z.array(pickNoun).min(1).max(3).default(pickNoun.options),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
export type SearchInput = z.output<typeof searchInput>;

/** A record that a picker offers: its name and, when another name was what matched, that one. */
export type PickRow = {
  id: string;
  slug: string;
  label: string;
  /** The language of the label where it is not the page's. */
  lang?: string;
  /** A second name, with its language: the one that matched, or else the native one. */
  other?: string;
  otherLang?: string;
  /** A country, a modality code or a day: what tells two of one name apart. */
  mark: string;
};

/** A record found; of a deal also between which countries it is. */
export type FoundRow = PickRow & { noun: PickNoun; corridor?: string };

/** What a search found, best first. `instead` is the spelling that was looked for where the typed one finds nothing. */
export type Found = { items: FoundRow[]; instead: string | null };
