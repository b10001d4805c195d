import anyAscii from "any-ascii";
import { reservedSlugs, slugLength } from "./text";

/**
 * A name → a slug for its record: "Ōtsuka Pharma" → "otsuka-pharma", "和黄医药" → "hehuangyiyao". Never empty, never
 * reserved, at most 80 characters; that it is free is for the caller to see to.
 * Apart from lib/text, for the table of scripts weighs half a megabyte: never import it where a browser goes.
 */
export function slugify(name: string): string {
  const words = anyAscii(name.normalize("NFKC"))
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-");
  const slug = words.replace(/^-/, "").slice(0, slugLength).replace(/-$/, "");
  if (slug === "") return "unnamed";
  return reservedSlugs.includes(slug) ? `${slug}-1` : slug;
}
