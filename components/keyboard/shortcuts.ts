/** Where `g` and a letter go. */
export const places = {
  o: { key: "overview", href: "/" },
  d: { key: "deals", href: "/deals" },
  c: { key: "companies", href: "/companies" },
  a: { key: "assets", href: "/assets" },
  m: { key: "milestones", href: "/milestones" },
} as const;

const placeOf = new Map<string, string>(
  Object.entries(places).map(([letter, { href }]) => [letter, href]),
);

export const newDeal = "/deals/new";

/** What a key asks for. `prefix`: the next key says where to go. */
export type Wish =
  | { do: "palette" }
  | { do: "search" }
  | { do: "keys" }
  | { do: "prefix" }
  | { do: "go"; href: string };

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** The wish of a key, alone or after `g`. Only the palette's key has a modifier, and only it works while typing. */
export function wishOf(
  { key, ctrlKey, metaKey, altKey }: Press,
  { typing, singleKeys, prefixed }: { typing: boolean; singleKeys: boolean; prefixed: boolean },
): Wish | null {
  if (ctrlKey !== metaKey && !altKey && key.toLowerCase() === "k") return { do: "palette" };
  if (typing || !singleKeys || ctrlKey || metaKey || altKey) return null;
  if (prefixed) {
    const href = placeOf.get(key);
    return href ? { do: "go", href } : null;
  }
  switch (key) {
    case "/":
      return { do: "search" };
    case "?":
      return { do: "keys" };
    case "g":
      return { do: "prefix" };
    case "c":
      return { do: "go", href: newDeal };
    default:
      return null;
  }
}
