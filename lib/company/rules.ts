import type { FieldError } from "../errors";
import { evidenceProblems } from "../source/rules";
import type { CompanyInput } from "./schema";

/** ISO 17442: 18 characters and two check digits, the whole read as a number (A = 10) is 1 modulo 97. */
function isLei(value: string): boolean {
  if (!/^[0-9A-Z]{18}[0-9]{2}$/.test(value)) return false;
  const digits = [...value].map((c) => Number.parseInt(c, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}

const shapes: Partial<Record<string, (value: string) => boolean>> = {
  LEI: isLei,
  ISIN: (value) => /^[A-Z]{2}[0-9A-Z]{9}[0-9]$/.test(value),
  TICKER: (value) => /^[A-Z][A-Z0-9-]{1,11}:[A-Z0-9.-]{1,12}$/.test(value),
  CIK: (value) => /^[0-9]{1,10}$/.test(value),
  JP_CORP: (value) => /^[0-9]{13}$/.test(value),
  CN_USCC: (value) => /^[0-9A-Z]{18}$/.test(value),
  WIKIDATA: (value) => /^Q[1-9][0-9]*$/.test(value),
};

const shapeError = "This is not a valid identifier of its kind";

/** What zod can't say of one field alone. */
export function companyProblems(company: CompanyInput): FieldError[] {
  const problems = evidenceProblems(company);
  company.identifiers.forEach(({ scheme, value }, index) => {
    if (shapes[scheme]?.(value) === false) {
      problems.push({ path: `identifiers.${index}.value`, message: shapeError });
    }
  });
  const seen = new Set<string>();
  company.names.forEach(({ kind, name }, index) => {
    if (seen.has(`${kind}:${name}`)) {
      problems.push({ path: `names.${index}.name`, message: "This name is listed twice" });
    }
    seen.add(`${kind}:${name}`);
  });
  if (company.id && company.parentId === company.id) {
    problems.push({ path: "parentId", message: "A company cannot be its own parent" });
  }
  return problems;
}

/** The main name's language, by its script: kana is Japanese, hangul Korean, other Han Chinese. */
export function langOfName(name: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return "ja";
  if (/\p{Script=Hangul}/u.test(name)) return "ko";
  if (/\p{Script=Han}/u.test(name)) return "zh";
  return "en";
}
