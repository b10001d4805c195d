import type { ReactNode } from "react";
import { useClaimValue } from "./use-claim-value";
import { useFieldWords } from "./use-field-words";

/** How a page reads its record's claims: what each is about, what it says, and where its source is cited. */
export type ClaimWords = {
  field: (field: string) => string;
  value: (field: string, value: string) => string;
  cite?: (sourceId: string) => ReactNode;
};

/** The page's own words, or those of any record. */
export function useClaimWords(own: ClaimWords | undefined): ClaimWords {
  const field = useFieldWords();
  const value = useClaimValue();
  return own ?? { field, value };
}
