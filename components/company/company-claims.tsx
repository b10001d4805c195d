import type { CompanyDoc } from "@/lib/company/schema";
import { type ClaimCommands, Claims } from "../source/claims";

const facts = [
  "name",
  "country",
  "city",
  "kind",
  "foundedYear",
  "website",
  "parentId",
  "names",
  "identifiers",
];

/** What sources say of the company, and where they disagree. */
export function CompanyClaims({
  doc,
  commands,
}: {
  doc: CompanyDoc;
  commands: ClaimCommands | false;
}) {
  const claimed = doc.claims.map(({ field }) => field);
  return <Claims record={doc} fields={[...new Set([...facts, ...claimed])]} commands={commands} />;
}
