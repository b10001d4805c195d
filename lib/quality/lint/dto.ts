import type { CatalogueWarning } from "../../deal/warning/schema";

/** What makes deals doubtful: a rule's warning, or the state of their evidence. */
export type LintCode = CatalogueWarning | "conflict" | "unverified";

/** How many deals a doubt is about, and the key of the table's filter that lists them. */
export type Lint = { code: LintCode; deals: number; filter: string };
