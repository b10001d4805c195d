import * as z from "zod";
import { CompanyIdScheme, CompanyKind, type CompanyNameKind } from "@/prisma/generated/enums";
import { recordVersion } from "../history/schema";
import { evidenceFields } from "../source/schema";
import { countryCode } from "../territory/schema";
import {
  blankAsNull,
  languageTag,
  line,
  optionalLine,
  optionalWebAddress,
  slugText,
} from "../text";

const id = z.uuid({ error: "This id is not valid" });

/** Every name but NAME, which is the company's own field. */
const otherNameKinds = ["NATIVE", "ALIAS", "FORMER", "LEGAL"] as const satisfies CompanyNameKind[];

export const companyNameInput = z.strictObject({
  id,
  name: line(200),
  lang: languageTag,
  kind: z.enum(otherNameKinds),
});

export const companyIdentifierInput = z.strictObject({
  id,
  scheme: z.enum(CompanyIdScheme),
  value: line(60),
});

const year = z
  .string()
  .trim()
  .regex(/^\d{4}$/, { error: "Give the year in four digits" })
  .transform(Number)
  .pipe(
    z
      .number()
      .min(1000, { error: "Give a year between 1000 and 2100" })
      .max(2100, { error: "Give a year between 1000 and 2100" }),
  );

/** One shape for the form, the file and the API. `id` and `version` are there when a company is changed. */
export const companyInput = z.strictObject({
  id: id.optional(),
  version: recordVersion.optional(),
  /** Made from the name when absent. */
  slug: slugText.optional(),
  name: line(200),
  country: countryCode,
  city: optionalLine(100),
  kind: z.enum(CompanyKind, { error: "Choose what kind of company this is" }),
  foundedYear: z.preprocess(
    (typed) => (typeof typed === "number" ? String(typed) : typed),
    blankAsNull(year),
  ),
  website: optionalWebAddress,
  parentId: id.nullable().default(null),
  names: z.array(companyNameInput).max(100).default([]),
  identifiers: z.array(companyIdentifierInput).max(50).default([]),
  ...evidenceFields,
});
export type CompanyInput = z.output<typeof companyInput>;

/** A company as it is stored: what the form edits and history compares. */
export type CompanyDoc = Omit<CompanyInput, "id" | "version" | "slug"> & {
  id: string;
  version: number;
  slug: string;
};
