import * as z from "zod";

/** What a picker may look for. */
export const pickNoun = z.enum(["companies", "assets", "deals"], {
  error: "There is no such page",
});
export type PickNoun = z.output<typeof pickNoun>;

export const pickText = z
  .string()
  .max(200, { error: "Use {maximum} characters or fewer" })
  .default("")
  .overwrite((text) =>
    text
      .replaceAll("\0", "")
      .replace(/\p{Cs}/gu, "")
      .trim(),
  );

/** A record that a picker offers: its name and, when another name was what matched, that one. */
export type PickRow = {
  id: string;
  slug: string;
  label: string;
  /** The language of the label where it is not the page's. */
  lang?: string;
  /** A second name, with its language. */
  other?: string;
  otherLang?: string;
  /** A country, a modality code or a day: what tells two of one name apart. */
  mark: string;
};
