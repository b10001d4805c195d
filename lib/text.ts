import * as z from "zod";

/** Words that are pages beside `[slug]`, so no record may have them as its address. */
export const reservedSlugs: readonly string[] = ["new", "edit", "history", "export"];

/** The longest slug, in characters. */
export const slugLength = 80;

const addressLength = 2000;

// Controls but tab and newline; marks that turn or hide text; what is no character at all.
const hidden =
  /[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\p{Cs}\p{Noncharacter_Code_Point}\u{E0000}-\u{E007F}]/u;
const looseHidden = new RegExp(
  hidden.source.replace("\\p{Cc}", "\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F"),
  "u",
);
// A joiner shapes letters of these scripts and binds emoji; anywhere else it only makes two names look alike.
const strayJoiner =
  /(?<!\uFE0F|[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/u;
const blanks = /[\t\n\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

/** One line of text: NFC, trimmed, inner blanks collapsed; at least one character, nothing invisible. */
export function line(max: number) {
  return text()
    .overwrite((typed) => typed.normalize("NFC").replace(blanks, " ").trim())
    .min(1, { error: "Fill this in" })
    .max(max, { error: "Use {maximum} characters or fewer" })
    .refine((tidy) => !hidden.test(tidy) && !strayJoiner.test(tidy), {
      error: "Remove the invisible or control characters",
    });
}

/** Text that may run over several lines: NFC, LF line ends, no blanks at the end of a line. */
export function paragraph(max: number) {
  return text()
    .overwrite((typed) =>
      typed
        .normalize("NFC")
        .replace(/\r\n?|[\u2028\u2029]/g, "\n")
        .split("\n")
        .map((row) => row.trimEnd())
        .join("\n")
        .trim(),
    )
    .min(1, { error: "Fill this in" })
    .max(max, { error: "Use {maximum} characters or fewer" })
    .refine((tidy) => !looseHidden.test(tidy) && !strayJoiner.test(tidy), {
      error: "Remove the invisible or control characters",
    });
}

/** A field that may be left blank: "", blanks, null and an absent key are null. */
export function blankAsNull<Schema extends z.ZodType<unknown, string>>(inner: Schema) {
  return z
    .string({ error: "This must be text" })
    .nullish()
    .transform((typed) => (typed?.trim() ? typed : null))
    .pipe(inner.nullable());
}

export function optionalLine(max: number) {
  return blankAsNull(line(max));
}

export function optionalParagraph(max: number) {
  return blankAsNull(paragraph(max));
}

/** An http(s) address, its scheme in lower case; a bare "hutch-med.com" becomes "https://hutch-med.com". */
export const webAddress = line(addressLength)
  .overwrite((typed) =>
    isBareHost(typed)
      ? `https://${typed}`
      : typed.replace(/^https?:/i, (scheme) => scheme.toLowerCase()),
  )
  .refine(isWebAddress, { error: "Write a web address that starts with http or https" });

export const optionalWebAddress = blankAsNull(webAddress);

/** A language by its BCP 47 tag, such as "ja" or "zh-Hans": one that can be named to a reader. */
export const languageTag = z
  .string()
  .refine((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && canBeNamed(tag), {
    error: "Choose the language",
  });

function canBeNamed(tag: string): boolean {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** The part of an address that names a record: lower-case ASCII words joined by hyphens. */
export const slugText = text()
  .trim()
  .max(slugLength, { error: "Use {maximum} characters or fewer" })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: "Use lower-case letters and digits joined by hyphens",
  })
  .refine((slug) => !reservedSlugs.includes(slug), { error: "This word is reserved" });

/** What an address holds may be a slug: the database refuses a NUL, which an address can carry. */
export function mayBeSlug(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text);
}

function text() {
  return z.string({
    error: ({ input }) => (input === undefined ? "Fill this in" : "This must be text"),
  });
}

// The length comes first: the pattern is quadratic in a row of points.
function isBareHost(text: string): boolean {
  const bare = /^[^:/?#@]+\.[^:/?#@]+(:\d+)?([/?#].*)?$/;
  return text.length <= addressLength - 8 && bare.test(text);
}

function isWebAddress(text: string): boolean {
  if (text.length > addressLength) return false;
  if (!/^https?:\/\/[^\s/\\]+[^\s\\]*$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === "" && password === "" && hostname !== "";
}
